package io.guildhall.observability.process;

import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Work in the background that is done again and again, one round after the other on one virtual thread, from {@link #start} until
 * {@link #stop}: the only way in which anything is done from time to time. Whatever a round throws, an Error too, is logged, and the next
 * round comes; only when memory has run out the process ends, see {@link Guard}.
 */
public final class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);

    /** Between two rounds of which the first has failed, so that what fails at once does not keep a processor busy. */
    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);

    private final String name;
    private final Round round;
    private volatile boolean running;
    private volatile Optional<Thread> thread = Optional.empty();

    /** One round, which begins with waiting for its time. */
    @FunctionalInterface
    public interface Round {
        /** Should look at {@link Rounds#running} where it takes long. */
        void run() throws Exception;
    }

    /** @param name of the thread, and what the log calls the work */
    public Rounds(String name, Round round) {
        this.name = name;
        this.round = round;
    }

    /** Rounds that each begin so long after the start, or after the end of the one before. */
    public static Rounds every(Duration pause, String name, Round work) {
        return new Rounds(name, () -> {
            Thread.sleep(pause);
            work.run();
        });
    }

    /** To be called once. */
    public void start() {
        running = true;
        thread = Optional.of(Thread.ofVirtual().name(name).start(this::run));
    }

    /** Interrupts the round that is under way; does not wait for its end. What comes of it then is not logged. */
    public void stop() {
        running = false;
        thread.ifPresent(Thread::interrupt);
    }

    /** As {@link #stop}, and waits for the end of the round that is under way. Not to be called by the round. */
    public void stopAndWait() {
        stop();
        thread.ifPresent(Rounds::await);
    }

    /** Whether rounds are still wanted. Any thread. */
    public boolean running() {
        return running;
    }

    private static void await(Thread ending) {
        boolean interrupted = false;
        while (ending.isAlive()) {
            try {
                ending.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try {
                round.run();
            } catch (InterruptedException stopped) {
                return;
            } catch (Throwable failure) {
                Guard.PROCESS.check(failure);
                if (running) {
                    LOG.errorf(failure, "A round of %s failed; the next one tries again", name);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }
}
