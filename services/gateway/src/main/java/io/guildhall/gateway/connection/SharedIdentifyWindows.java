package io.guildhall.gateway.connection;

import io.guildhall.redis.RedisLink;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Windows that all gateway nodes count in: each is one key in Redis that leaves when the window is over, by Redis' own clock. A node that was told
 * that a window is used up does not ask for it again, so that a loop of IDENTIFYs costs Redis nothing. While Redis is away each node counts
 * for itself: a user may then identify as often on each as on one.
 */
final class SharedIdentifyWindows implements IdentifyLimiter {
    private static final String COUNT = """
        local used = tonumber(redis.call('GET', KEYS[1]) or '0')
        local left = redis.call('PTTL', KEYS[1])
        if used < tonumber(ARGV[1]) then
          redis.call('INCR', KEYS[1])
          if left < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
          return -1
        end
        if left < 0 then
          redis.call('PEXPIRE', KEYS[1], ARGV[2])
          return tonumber(ARGV[2])
        end
        return left
        """;

    private static final String ONE_KEY = "1";
    private static final int MOST_REMEMBERED = 10_000;

    private final RedisLink redis;
    private final IdentifyLimiter alone;
    private final long length;
    private final int limit;
    private final Clock clock;
    /** Users whose windows are used up. When there are many, Redis is asked for those that do not fit. */
    private final ConcurrentHashMap<Long, Long> usedUpUntil = new ConcurrentHashMap<>();

    /**
     * @param alone counts while Redis is away
     * @param length of a window in ms
     */
    SharedIdentifyWindows(RedisLink redis, IdentifyLimiter alone, long length, int limit, Clock clock) {
        this.redis = redis;
        this.alone = alone;
        this.length = length;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Boolean> accept(long userId) {
        if (usedUpUntil.getOrDefault(userId, 0L) > clock.millis()) {
            return CompletableFuture.completedStage(false);
        }
        return redis.ask(
                        Command.EVAL,
                        List.of(
                                COUNT,
                                ONE_KEY,
                                redis.key("identify:" + userId),
                                Integer.toString(limit),
                                Long.toString(length)))
                .thenApply(answer -> accepted(userId, answer))
                .exceptionallyCompose(away -> alone.accept(userId));
    }

    private boolean accepted(long userId, Response answer) {
        long left = answer.toLong();
        if (left >= 0) {
            remember(userId, left);
        }
        return left < 0;
    }

    private void remember(long userId, long left) {
        long now = clock.millis();
        if (usedUpUntil.size() >= MOST_REMEMBERED) {
            usedUpUntil.values().removeIf(until -> until <= now);
        }
        if (usedUpUntil.size() < MOST_REMEMBERED) {
            usedUpUntil.put(userId, now + left);
        }
    }
}
