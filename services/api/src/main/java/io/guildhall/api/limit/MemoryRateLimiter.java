package io.guildhall.api.limit;

import io.guildhall.api.config.ApiConfig;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Buckets in memory: each begins with its first request and is full again one refill period later. Bounded: when there is
 * no room for another bucket, those that are full again leave; when all are in use, the limiter is out of order for new
 * ones.
 */
public final class MemoryRateLimiter implements RateLimiter {
    /** The least time between two searches for buckets that can leave, in ms. */
    private static final long SEARCH_PAUSE = 1000;

    private final ConcurrentHashMap<String, Level> levels = new ConcurrentHashMap<>();
    private final AtomicLong searchedAt = new AtomicLong();
    private final int maximum;
    private final Clock clock;

    private record Level(int remaining, long fullAt) {}

    public MemoryRateLimiter(ApiConfig config, Clock clock) {
        this.maximum = config.rateLimits().maxBuckets();
        this.clock = clock;
    }

    @Override
    public Decision take(Bucket bucket, int count) {
        long now = clock.millis();
        if (levels.size() >= maximum && !levels.containsKey(bucket.name())) {
            makeRoom(now);
        }
        boolean[] allowed = {true};
        Level after = levels.compute(bucket.name(), (name, before) -> {
            Level level = before == null || before.fullAt() <= now
                    ? new Level(bucket.requests(), now + bucket.refill().toMillis())
                    : before;
            allowed[0] = level.remaining() >= count;
            return allowed[0] ? new Level(level.remaining() - count, level.fullAt()) : level;
        });
        return new Decision(allowed[0], after.remaining(), after.fullAt() - now);
    }

    private void makeRoom(long now) {
        long last = searchedAt.get();
        if (now - last >= SEARCH_PAUSE && searchedAt.compareAndSet(last, now)) {
            levels.values().removeIf(level -> level.fullAt() <= now);
        }
        if (levels.size() >= maximum) {
            throw new OutOfOrder("all " + maximum + " buckets are in use");
        }
    }
}
