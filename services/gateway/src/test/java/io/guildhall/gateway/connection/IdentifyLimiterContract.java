package io.guildhall.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What holds of windows of IDENTIFYs, wherever they are counted. */
abstract class IdentifyLimiterContract {
    static final Duration LONG = Duration.ofMinutes(5);

    /** A new one that has counted nothing. */
    abstract IdentifyLimiter limiter(Duration window, int limit);

    /** Lets time pass. */
    abstract void pass(Duration time) throws InterruptedException;

    @Test
    void aUserIdentifiesAsOftenAsTheLimitSaysAndOthersDoNotCount() {
        IdentifyLimiter limiter = limiter(LONG, 2);
        assertThat(accepts(limiter, 1)).isTrue();
        assertThat(accepts(limiter, 1)).isTrue();
        assertThat(accepts(limiter, 1)).isFalse();
        assertThat(accepts(limiter, 1)).isFalse();
        assertThat(accepts(limiter, 2)).isTrue();
    }

    @Test
    void anotherWindowBeginsAnew() throws InterruptedException {
        Duration window = Duration.ofMillis(500);
        IdentifyLimiter limiter = limiter(window, 1);
        accepts(limiter, 1);
        pass(window);
        assertThat(accepts(limiter, 1)).isTrue();
    }

    @Test
    void manyAtOnceAreNoMoreThanTheLimit() {
        IdentifyLimiter limiter = limiter(LONG, 16);
        assertThat(accepted(limiter)).isEqualTo(16);
    }

    /** How many of many IDENTIFYs of one user, through several nodes in turn, are accepted. */
    static int accepted(IdentifyLimiter... nodes) {
        AtomicInteger accepted = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int attempt = 0; attempt < 300; attempt++) {
                IdentifyLimiter node = nodes[attempt % nodes.length];
                threads.execute(() -> {
                    if (accepts(node, 1)) {
                        accepted.incrementAndGet();
                    }
                });
            }
        }
        return accepted.get();
    }

    static boolean accepts(IdentifyLimiter limiter, long user) {
        return limiter.accept(user).toCompletableFuture().join();
    }
}
