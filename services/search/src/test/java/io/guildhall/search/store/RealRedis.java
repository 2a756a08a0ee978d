package io.guildhall.search.store;

import io.guildhall.redis.RedisConfig;
import io.guildhall.redis.RedisLink;
import io.guildhall.testing.Settings;
import io.guildhall.testing.backend.LocalBackend;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.util.Map;
import java.util.Optional;

/** Two nodes' ways to one real Redis, with keys of their own in it. */
public final class RealRedis implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final String prefix = "test" + System.nanoTime() + ":";

    public RedisLink node() {
        RedisConfig config = Settings.of(RedisConfig.class)
                .with(Map.of("guildhall.redis.timeout", "10s", "guildhall.redis.prefix", prefix));
        Redis client = Redis.createClient(vertx, "redis://" + LocalBackend.shared(LocalBackend.Kind.REDIS));
        return new RedisLink(Optional.of(client), config, System::nanoTime);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
