package io.guildhall.api.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guildhall.redis.RedisLink;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * Buckets in Redis, which all nodes take from: each is one key that leaves when the bucket is full again, by Redis' own clock. What a node has been
 * told is empty it does not ask for again until then, so that a flood costs Redis nothing.
 */
public final class SharedRateLimiter implements RateLimiter {
    /** Nothing is taken of what does not suffice, so a refused request makes nobody wait longer. */
    private static final String TAKE = """
        local used = tonumber(redis.call('GET', KEYS[1]) or '0')
        local left = redis.call('PTTL', KEYS[1])
        local allowed = used + tonumber(ARGV[1]) <= tonumber(ARGV[2])
        if allowed then
          used = redis.call('INCRBY', KEYS[1], ARGV[1])
          if left < 0 then
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
          end
        end
        if left < 0 then left = tonumber(ARGV[3]) end
        return {allowed and 1 or 0, used, left}
        """;

    private static final String ONE_KEY = "1";

    private final RedisLink redis;
    private final MemoryRateLimiter alone;
    private final Clock clock;
    private final Cache<String, Long> emptyUntil;

    /**
     * @param alone counts while Redis is away
     * @param maximum how many empty buckets are remembered
     */
    public SharedRateLimiter(RedisLink redis, MemoryRateLimiter alone, int maximum, Clock clock) {
        this.redis = redis;
        this.alone = alone;
        this.clock = clock;
        this.emptyUntil = Caffeine.newBuilder().maximumSize(maximum).build();
    }

    @Override
    public Decision take(Bucket bucket, int count) {
        long now = clock.millis();
        Long full = emptyUntil.getIfPresent(bucket.name());
        if (full != null && full > now) {
            return new Decision(false, 0, full - now);
        }
        try {
            Decision decision = ask(bucket, count);
            if (decision.remaining() == 0) {
                emptyUntil.put(bucket.name(), clock.millis() + decision.resetAfter());
            }
            return decision;
        } catch (CompletionException away) {
            if (bucket.failOpen()) {
                return alone.take(bucket, count);
            }
            throw new OutOfOrder("the nodes can't count together: " + away.getCause());
        }
    }

    private Decision ask(Bucket bucket, int count) {
        Response answer = redis.ask(
                        Command.EVAL,
                        List.of(
                                TAKE,
                                ONE_KEY,
                                redis.key("limit:" + bucket.name()),
                                Integer.toString(count),
                                Integer.toString(bucket.requests()),
                                Long.toString(bucket.refill().toMillis())))
                .toCompletableFuture()
                .join();
        int remaining = Math.max(0, bucket.requests() - answer.get(1).toInteger());
        return new Decision(
                answer.get(0).toInteger() == 1, remaining, answer.get(2).toLong());
    }
}
