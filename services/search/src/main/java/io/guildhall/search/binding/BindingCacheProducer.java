package io.guildhall.search.binding;

import io.guildhall.redis.RedisLink;
import io.guildhall.search.config.SearchConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** One that nodes share, where there is a Redis. */
@Singleton
public class BindingCacheProducer {
    @Produces
    @Singleton
    BindingCache cache(RedisLink redis, Clock clock, SearchConfig config) {
        return redis.isConfigured()
                ? new SharedBindingCache(redis, clock, config.bindings())
                : new MemoryBindingCache(clock, config.bindings());
    }
}
