package io.guildhall.api.limit;

import io.guildhall.api.config.ApiConfig;
import io.guildhall.redis.RedisLink;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Buckets that all nodes take from, where there is a Redis. */
@Singleton
public class RateLimiterProducer {
    @Produces
    @Singleton
    RateLimiter limiter(RedisLink redis, ApiConfig config, Clock clock) {
        MemoryRateLimiter alone = new MemoryRateLimiter(config, clock);
        return redis.isConfigured()
                ? new SharedRateLimiter(redis, alone, config.rateLimits().maxBuckets(), clock)
                : alone;
    }
}
