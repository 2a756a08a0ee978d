package io.guildhall.gateway.connection;

import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.redis.RedisLink;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Windows that all gateway nodes count in, where there is a Redis. */
@Singleton
public class IdentifyLimiterProducer {
    @Produces
    @Singleton
    IdentifyLimiter limiter(RedisLink redis, GatewayConfig config, Clock clock) {
        long length = config.identify().window().toMillis();
        int limit = config.identify().maxConcurrency();
        IdentifyLimiter alone = new IdentifyWindows(length, limit, clock);
        return redis.isConfigured() ? new SharedIdentifyWindows(redis, alone, length, limit, clock) : alone;
    }
}
