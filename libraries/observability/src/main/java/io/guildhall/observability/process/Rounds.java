package io.guildhall.observability.process;

import org.jboss.logging.Logger;

/**
 * Work in the background that is done again and again, one round after the other on one virtual thread, from {@link #start} until
 * {@link #stop}. Whatever a round throws is logged, and the next round comes.
 */
public final class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final String name;
    private final Round round;
    private volatile boolean running;
    private Thread thread;

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

    /** To be called once. */
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    /** Interrupts the round that is under way; does not wait for its end. What comes of it then is not logged. */
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Whether rounds are still wanted. Any thread. */
    public boolean running() {
        return running;
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
                }
            }
        }
    }
}
