package io.guildhall.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.redis.RedisConfig;
import io.guildhall.redis.RedisLink;
import io.guildhall.testing.ManualClock;
import io.guildhall.testing.Settings;
import io.guildhall.testing.backend.LocalBackend;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a real Redis. */
class SharedIdentifyWindowsTest extends IdentifyLimiterContract {
    private static final int CONNECTIONS = 16;
    private static final int WAITING = 4096;

    private final Vertx vertx = Vertx.vertx();
    private final String prefix = "test" + System.nanoTime() + ":";

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    IdentifyLimiter limiter(Duration window, int limit) {
        return node(LocalBackend.shared(LocalBackend.Kind.REDIS), window, limit);
    }

    @Override
    void pass(Duration time) throws InterruptedException {
        // Redis has a clock of its own.
        Thread.sleep(time.plusMillis(50));
    }

    @Test
    void threeNodesTogetherAcceptNoMoreThanOne() {
        assertThat(accepted(limiter(LONG, 16), limiter(LONG, 16), limiter(LONG, 16)))
                .isEqualTo(16);
    }

    @Test
    void whileRedisIsAwayEachNodeCountsForItself() {
        LocalBackend backend = LocalBackend.start(LocalBackend.Kind.REDIS, "identify");
        IdentifyLimiter here = node(backend.address(), LONG, 2);
        IdentifyLimiter there = node(backend.address(), LONG, 2);
        assertThat(accepts(here, 1)).isTrue();

        backend.kill();

        for (IdentifyLimiter node : new IdentifyLimiter[] {here, there}) {
            assertThat(accepts(node, 1)).isTrue();
            assertThat(accepts(node, 1)).isTrue();
            assertThat(accepts(node, 1)).isFalse();
        }
    }

    @Test
    void aWindowThatIsUsedUpIsNotAskedForAgain() {
        LocalBackend backend = LocalBackend.start(LocalBackend.Kind.REDIS, "used-up");
        IdentifyLimiter here = node(backend.address(), LONG, 1);
        accepts(here, 1);
        assertThat(accepts(here, 1)).isFalse();

        backend.kill();

        assertThat(accepts(here, 1)).isFalse();
    }

    private IdentifyLimiter node(String address, Duration window, int limit) {
        RedisOptions options = new RedisOptions()
                .setConnectionString("redis://" + address)
                .setMaxPoolSize(CONNECTIONS)
                .setMaxPoolWaiting(WAITING);
        RedisConfig config = Settings.of(RedisConfig.class)
                .with(Map.of("guildhall.redis.timeout", "10s", "guildhall.redis.prefix", prefix));
        return new SharedIdentifyWindows(
                new RedisLink(Optional.of(Redis.createClient(vertx, options)), config, System::nanoTime),
                new IdentifyWindows(window.toMillis(), limit, new ManualClock()),
                window.toMillis(),
                limit,
                Clock.systemUTC());
    }
}
