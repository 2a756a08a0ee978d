package io.guildhall.gateway;

import io.guildhall.testing.backend.LocalBackend;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A gateway node that has a Redis. */
public final class RealRedis implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.redis.hosts",
                "redis://" + LocalBackend.shared(LocalBackend.Kind.REDIS),
                "guildhall.redis.timeout",
                "10s");
    }

    @Override
    public void stop() {
        // It ends with the process.
    }
}
