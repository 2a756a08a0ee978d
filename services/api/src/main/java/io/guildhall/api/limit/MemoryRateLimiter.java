package io.guildhall.api.limit;

import io.guildhall.api.config.ApiConfig;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Buckets in memory: each begins with its first request and is full again one refill period later. Bounded: when there is
 * no room for another bucket, those that are full again leave; when all are in use, the limiter is out of order for new
 * ones.
 */
@DefaultBean
@ApplicationScoped
public class MemoryRateLimiter implements RateLimiter {
    /** The least time between two searches for buckets that can leave, in ms. */
    private static final long SEARCH_PAUSE = 1000;

    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicLong searchedAt = new AtomicLong();
    private final int maximum;
    private final Clock clock;

    private record Bucket(int remaining, long fullAt) {}

    @Inject
    public MemoryRateLimiter(ApiConfig config, Clock clock) {
        this.maximum = config.rateLimits().maxBuckets();
        this.clock = clock;
    }

    @Override
    public Decision take(String bucket, int requests, Duration refill) {
        long now = clock.millis();
        if (buckets.size() >= maximum && !buckets.containsKey(bucket)) {
            makeRoom(now);
        }
        boolean[] allowed = {true};
        Bucket after = buckets.compute(bucket, (name, before) -> {
            if (before == null || before.fullAt() <= now) {
                return new Bucket(requests - 1, now + refill.toMillis());
            }
            allowed[0] = before.remaining() > 0;
            return allowed[0] ? new Bucket(before.remaining() - 1, before.fullAt()) : before;
        });
        return new Decision(allowed[0], after.remaining(), after.fullAt() - now);
    }

    private void makeRoom(long now) {
        long last = searchedAt.get();
        if (now - last >= SEARCH_PAUSE && searchedAt.compareAndSet(last, now)) {
            buckets.values().removeIf(bucket -> bucket.fullAt() <= now);
        }
        if (buckets.size() >= maximum) {
            throw new OutOfOrder("all " + maximum + " buckets are in use");
        }
    }
}
