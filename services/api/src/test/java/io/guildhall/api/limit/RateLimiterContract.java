package io.guildhall.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What holds of buckets, wherever they are. */
abstract class RateLimiterContract {
    static final Duration LONG = Duration.ofMinutes(5);

    abstract RateLimiter limiter();

    /** Lets a period pass. */
    abstract void pass(Duration period) throws InterruptedException;

    static RateLimiter.Bucket bucket(String name, int requests, Duration refill) {
        return new RateLimiter.Bucket(name, requests, refill, true);
    }

    @Test
    void aBucketGivesWhatItHoldsAndSaysWhatIsLeft() {
        RateLimiter.Bucket bucket = bucket("a", 2, LONG);

        assertThat(limiter().take(bucket, 1)).satisfies(first -> {
            assertThat(first.allowed()).isTrue();
            assertThat(first.remaining()).isEqualTo(1);
            assertThat(first.resetAfter()).isBetween(1L, LONG.toMillis());
        });
        assertThat(limiter().take(bucket, 1).remaining()).isZero();
        assertThat(limiter().take(bucket, 1)).satisfies(refused -> {
            assertThat(refused.allowed()).isFalse();
            assertThat(refused.remaining()).isZero();
            assertThat(refused.resetAfter()).isBetween(1L, LONG.toMillis());
        });
        assertThat(limiter().take(bucket("b", 2, LONG), 1).allowed()).isTrue();
    }

    @Test
    void severalAreTakenTogetherOrNotAtAll() {
        RateLimiter.Bucket bucket = bucket("a", 5, LONG);

        assertThat(limiter().take(bucket, 3).remaining()).isEqualTo(2);
        assertThat(limiter().take(bucket, 3).allowed()).isFalse();
        assertThat(limiter().take(bucket, 2)).satisfies(rest -> {
            assertThat(rest.allowed()).isTrue();
            assertThat(rest.remaining()).isZero();
        });
        assertThat(limiter().take(bucket("b", 5, LONG), 6).allowed()).isFalse();
    }

    @Test
    void aBucketIsFullAgainAfterItsPeriod() throws InterruptedException {
        Duration refill = Duration.ofMillis(200);
        RateLimiter.Bucket bucket = bucket("a", 1, refill);
        limiter().take(bucket, 1);

        pass(refill);

        assertThat(limiter().take(bucket, 1).allowed()).isTrue();
    }

    @Test
    void manyAtOnceGetNoMoreThanThereIs() {
        RateLimiter.Bucket bucket = bucket("a", 50, LONG);
        AtomicInteger allowed = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int request = 0; request < 200; request++) {
                threads.execute(() -> {
                    if (limiter().take(bucket, 1).allowed()) {
                        allowed.incrementAndGet();
                    }
                });
            }
        }
        assertThat(allowed).hasValue(50);
    }
}
