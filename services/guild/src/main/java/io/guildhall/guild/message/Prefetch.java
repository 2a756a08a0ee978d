package io.guildhall.guild.message;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Runs reads that do not wait for each other side by side. */
final class Prefetch {
    private static final Logger LOG = Logger.getLogger(Prefetch.class);

    private Prefetch() {}

    /**
     * Returns when all have ended. A read that fails is passed over: whoever needs its result reads again, and meets the
     * failure then.
     */
    static void all(Stream<Runnable> reads) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            reads.forEach(read -> executor.execute(() -> attempt(read)));
        }
    }

    private static void attempt(Runnable read) {
        try {
            read.run();
        } catch (RuntimeException failure) {
            LOG.debugf("A read ahead of need failed: %s", failure.toString());
        }
    }
}
