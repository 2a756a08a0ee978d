package io.guildhall.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.Settings;
import io.guildhall.testing.backend.LocalBackend;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisLinkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RedisConfig config =
            Settings.of(RedisConfig.class).with(Map.of("guildhall.redis.timeout", "5s", "guildhall.redis.rest", "30s"));
    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong nanos = new AtomicLong();

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatIsPutThereIsThere() {
        RedisLink redis = to(LocalBackend.shared(LocalBackend.Kind.REDIS));
        String key = redis.key("test:" + System.nanoTime());

        assertThat(ask(redis, Command.SET, key, "a value")).succeedsWithin(PATIENCE);
        assertThat(ask(redis, Command.GET, key)).succeedsWithin(PATIENCE).hasToString("a value");
        assertThat(key).startsWith("guildhall:");
        assertThat(redis.answers()).isTrue();
    }

    @Test
    void whereThereIsNoneNobodyWaits() {
        RedisLink redis = new RedisLink(Optional.empty(), config, nanos::get);

        assertThat(redis.isConfigured()).isFalse();
        assertThat(redis.answers()).isFalse();
        assertThat(ask(redis, Command.PING)).isCompletedExceptionally();
    }

    @Test
    void oneThatDiedIsLeftAloneForAWhileAndThenUsedAgain() {
        LocalBackend backend = LocalBackend.start(LocalBackend.Kind.REDIS, "link");
        RedisLink redis = to(backend.address());
        assertThat(ask(redis, Command.PING)).succeedsWithin(PATIENCE);

        backend.kill();
        assertThat(ask(redis, Command.PING)).failsWithin(PATIENCE);
        assertThat(redis.answers()).isFalse();
        backend.start();
        assertThat(ask(redis, Command.PING)).isCompletedExceptionally();

        nanos.addAndGet(config.rest().toNanos());
        assertThat(ask(redis, Command.PING)).succeedsWithin(PATIENCE);
        assertThat(redis.answers()).isTrue();
        backend.kill();
    }

    @Test
    void aClientThatIsClosedFailsLikeOneThatDoesNotAnswer() {
        Redis client = Redis.createClient(vertx, "redis://" + LocalBackend.shared(LocalBackend.Kind.REDIS));
        RedisLink redis = new RedisLink(Optional.of(client), config, nanos::get);
        client.close();

        assertThat(ask(redis, Command.PING)).failsWithin(PATIENCE);
        assertThat(redis.answers()).isFalse();
    }

    private RedisLink to(String address) {
        return new RedisLink(Optional.of(Redis.createClient(vertx, "redis://" + address)), config, nanos::get);
    }

    private static CompletableFuture<Response> ask(RedisLink redis, Command command, String... arguments) {
        return redis.ask(command, List.of(arguments)).toCompletableFuture();
    }
}
