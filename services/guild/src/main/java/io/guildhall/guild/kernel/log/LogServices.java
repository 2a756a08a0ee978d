package io.guildhall.guild.kernel.log;

import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Later;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What the logs of all actors of a node share.
 *
 * @param settleAfter how long after something was delivered that is stored
 * @param reads runs tasks that block for the store
 * @param timer runs short tasks later
 * @param firstPause after something was refused the first time; it doubles until {@link #LONGEST_PAUSE}
 */
record LogServices(
        LogStore store,
        Destination messages,
        Optional<FactDelivery> facts,
        Slots slots,
        Memory memory,
        BusyReaders waiting,
        LogMeters meters,
        Duration firstPause,
        Duration settleAfter,
        Executor reads,
        ScheduledExecutorService timer,
        Clock clock) {
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(LogServices.class);
    private static final int MOST_DOUBLINGS = 20;

    /** The pause after so many refusals, 1 or more. */
    Duration pause(int refusals) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(refusals - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    void after(Duration pause, Runnable task) {
        try {
            Later.run(timer, pause, "A log's timer", task);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("The node shuts down; the next owner goes on");
        }
    }

    /** Answers on another thread, with the result or a failure. */
    <T> void read(Function<LogStore, T> read, BiConsumer<T, Throwable> answer) {
        reads.execute(() -> {
            T result;
            try {
                result = read.apply(store);
            } catch (Throwable failure) {
                Guard.PROCESS.check(failure);
                answer.accept(null, failure);
                return;
            }
            answer.accept(result, null);
        });
    }
}
