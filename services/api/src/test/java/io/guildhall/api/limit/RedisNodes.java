package io.guildhall.api.limit;

import io.guildhall.redis.RedisConfig;
import io.guildhall.redis.RedisLink;
import io.guildhall.testing.Settings;
import io.guildhall.testing.backend.LocalBackend;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.util.Map;
import java.util.Optional;

/** Several nodes' ways to a real Redis, with keys of their own in it. */
final class RedisNodes implements AutoCloseable {
    private static final int CONNECTIONS = 16;
    private static final int WAITING = 4096;

    private final Vertx vertx = Vertx.vertx();
    private final RedisConfig config = Settings.of(RedisConfig.class)
            .with(Map.of("guildhall.redis.timeout", "10s", "guildhall.redis.prefix", "test" + System.nanoTime() + ":"));

    /** One to the Redis that all tests use. */
    RedisLink node() {
        return node(LocalBackend.shared(LocalBackend.Kind.REDIS));
    }

    RedisLink node(String address) {
        RedisOptions options = new RedisOptions()
                .setConnectionString("redis://" + address)
                .setMaxPoolSize(CONNECTIONS)
                .setMaxPoolWaiting(WAITING);
        return new RedisLink(Optional.of(Redis.createClient(vertx, options)), config, System::nanoTime);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
