package io.guildhall.api.limit;

import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.model.payload.Json;
import io.guildhall.redis.RedisLink;
import io.vertx.redis.client.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Bans a caller who makes too many invalid requests, until the period in which they were made is over: an account where a good
 * token was shown, else an address. Nodes count together where there is a Redis: each learns of a ban by the first invalid request that it answers
 * itself. Bounded: when there is no room to watch another caller, those whose period is over leave, and then those that are not
 * banned. While all are banned nobody else is watched.
 */
@ApplicationScoped
public class InvalidRequests {
    private static final Logger LOG = Logger.getLogger(InvalidRequests.class);
    private static final Set<Integer> INVALID = Set.of(401, 403, 429);
    private static final String COUNT = """
        local count = redis.call('INCR', KEYS[1])
        if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
        return {count, redis.call('PTTL', KEYS[1])}
        """;

    private static final String ONE_KEY = "1";

    private final ConcurrentHashMap<String, Count> counts = new ConcurrentHashMap<>();
    private final ApiConfig.InvalidRequests config;
    private final RedisLink redis;
    private final Clock clock;

    private record Count(int requests, long endsAt) {
        Count with(int more) {
            return new Count(Math.min(more, Integer.MAX_VALUE - 1), endsAt);
        }
    }

    @Inject
    public InvalidRequests(ApiConfig config, RedisLink redis, Clock clock) {
        this.config = config.invalidRequests();
        this.redis = redis;
        this.clock = clock;
    }

    /** The caller of requests without a good token. */
    public static String address(String address) {
        return "address " + address;
    }

    /** The caller of requests with a good token. */
    public static String account(long userId) {
        return "user " + userId;
    }

    /** @throws RateLimited when the caller is banned */
    public void refuseBanned(String caller) {
        Count count = counts.get(caller);
        long now = clock.millis();
        if (count == null || !banned(count) || count.endsAt() <= now) {
            return;
        }
        double seconds = (count.endsAt() - now) / 1000.0;
        throw RateLimited.banned(RestAnswer.of(
                        429,
                        Json.object()
                                .put(
                                        "message",
                                        "You are being blocked from accessing our API temporarily due to "
                                                + "exceeding our rate limits frequently.")
                                .put("retry_after", seconds)
                                .put("global", true)
                                .put("code", 0))
                .with(Map.of(
                        "Retry-After", Long.toString((long) Math.ceil(seconds)),
                        "X-RateLimit-Global", "true",
                        "X-RateLimit-Scope", "global")));
    }

    /** Takes note of how a request of this caller was answered. */
    public void count(String caller, int status) {
        if (config.maximum() <= 0 || !INVALID.contains(status)) {
            return;
        }
        long now = clock.millis();
        if (counts.size() >= config.maxAddresses() && !counts.containsKey(caller)) {
            counts.values().removeIf(count -> count.endsAt() <= now);
            if (counts.size() >= config.maxAddresses()) {
                counts.values().removeIf(count -> !banned(count));
            }
            if (counts.size() >= config.maxAddresses()) {
                return;
            }
        }
        Count after = counts.compute(
                caller,
                (name, before) -> before == null || before.endsAt() <= now
                        ? new Count(1, now + config.period().toMillis())
                        : before.with(before.requests() + 1));
        if (after.requests() == config.maximum()) {
            LOG.warnf("%s is banned after %d invalid requests", caller, after.requests());
        }
        if (redis.isConfigured()) {
            countTogether(caller);
        }
    }

    /** Nobody waits for it, and where Redis is away this node's own count stands. */
    private void countTogether(String caller) {
        redis.ask(
                        Command.EVAL,
                        List.of(
                                COUNT,
                                ONE_KEY,
                                redis.key("invalid:" + caller),
                                Long.toString(config.period().toMillis())))
                .thenAccept(answer -> learn(
                        caller,
                        new Count(
                                (int) Math.min(answer.get(0).toLong(), Integer.MAX_VALUE - 1),
                                clock.millis() + answer.get(1).toLong())));
    }

    private void learn(String caller, Count together) {
        if (banned(together)) {
            counts.computeIfPresent(
                    caller, (name, here) -> here.requests() > together.requests() && banned(here) ? here : together);
        }
    }

    /** How many callers are watched. */
    int watched() {
        return counts.size();
    }

    private boolean banned(Count count) {
        return count.requests() >= config.maximum();
    }
}
