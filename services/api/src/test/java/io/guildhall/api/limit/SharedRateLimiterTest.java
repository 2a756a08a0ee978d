package io.guildhall.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.api.Configs;
import io.guildhall.redis.RedisLink;
import io.guildhall.testing.backend.LocalBackend;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedRateLimiterTest extends RateLimiterContract {
    private final RedisNodes redis = new RedisNodes();
    private final RateLimiter limiter = node(redis.node());

    @AfterEach
    void end() {
        redis.close();
    }

    @Override
    RateLimiter limiter() {
        return limiter;
    }

    @Override
    void pass(Duration period) throws InterruptedException {
        // Redis has a clock of its own.
        Thread.sleep(period.plusMillis(50));
    }

    @Test
    void threeNodesTogetherGiveNoMoreThanOneBucketHolds() {
        RateLimiter[] nodes = {limiter, node(redis.node()), node(redis.node())};
        RateLimiter.Bucket bucket = bucket("a", 100, LONG);
        AtomicInteger allowed = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int request = 0; request < 600; request++) {
                RateLimiter node = nodes[request % nodes.length];
                threads.execute(() -> {
                    if (node.take(bucket, 1).allowed()) {
                        allowed.incrementAndGet();
                    }
                });
            }
        }
        assertThat(allowed).hasValue(100);
    }

    @Test
    void whileRedisIsAwayEachNodeCountsForItselfOrRefusesAsTheLimitSays() {
        LocalBackend backend = LocalBackend.start(LocalBackend.Kind.REDIS, "limits");
        RateLimiter here = node(redis.node(backend.address()));
        RateLimiter.Bucket open = bucket("open", 2, LONG);
        RateLimiter.Bucket closed = new RateLimiter.Bucket("closed", 2, LONG, false);
        assertThat(here.take(open, 1).remaining()).isEqualTo(1);

        backend.kill();

        assertThat(here.take(open, 1).remaining()).isEqualTo(1);
        assertThat(here.take(open, 1).remaining()).isZero();
        assertThat(here.take(open, 1).allowed()).isFalse();
        assertThatThrownBy(() -> here.take(closed, 1)).isInstanceOf(RateLimiter.OutOfOrder.class);
    }

    @Test
    void whatIsEmptyIsNotAskedForAgain() {
        LocalBackend backend = LocalBackend.start(LocalBackend.Kind.REDIS, "empty");
        RateLimiter here = node(redis.node(backend.address()));
        RateLimiter.Bucket closed = new RateLimiter.Bucket("closed", 1, LONG, false);
        here.take(closed, 1);

        backend.kill();

        assertThat(here.take(closed, 1).allowed()).isFalse();
    }

    private static RateLimiter node(RedisLink link) {
        Clock clock = Clock.systemUTC();
        return new SharedRateLimiter(link, new MemoryRateLimiter(Configs.api(Map.of()), clock), 1000, clock);
    }
}
