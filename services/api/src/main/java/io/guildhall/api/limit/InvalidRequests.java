package io.guildhall.api.limit;

import io.guildhall.api.ApiConfig;
import io.guildhall.api.http.RestAnswer;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Bans an address that makes too many invalid requests, until the period in which it made them is over. Bounded: when
 * there is no room to watch another address, those whose period is over leave, and then those that are not banned.
 */
@ApplicationScoped
public class InvalidRequests {
    private static final Logger LOG = Logger.getLogger(InvalidRequests.class);
    private static final Set<Integer> INVALID = Set.of(401, 403, 429);

    private final ConcurrentHashMap<String, Count> counts = new ConcurrentHashMap<>();
    private final ApiConfig.InvalidRequests config;
    private final Clock clock;

    private record Count(int requests, long endsAt) {}

    @Inject
    public InvalidRequests(ApiConfig config, Clock clock) {
        this.config = config.invalidRequests();
        this.clock = clock;
    }

    /** @throws RateLimited when the address is banned */
    public void refuseBanned(String address) {
        Count count = counts.get(address);
        long now = clock.millis();
        if (count == null || !banned(count) || count.endsAt() <= now) {
            return;
        }
        double seconds = (count.endsAt() - now) / 1000.0;
        throw new RateLimited(RestAnswer.of(
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

    /** Takes note of how a request from this address was answered. */
    public void count(String address, int status) {
        if (config.maximum() <= 0 || !INVALID.contains(status)) {
            return;
        }
        long now = clock.millis();
        if (counts.size() >= config.maxAddresses() && !counts.containsKey(address)) {
            counts.values().removeIf(count -> count.endsAt() <= now);
            if (counts.size() >= config.maxAddresses()) {
                counts.values().removeIf(count -> !banned(count));
            }
        }
        Count after = counts.compute(
                address,
                (name, before) -> before == null || before.endsAt() <= now
                        ? new Count(1, now + config.period().toMillis())
                        : new Count(Math.min(before.requests() + 1, Integer.MAX_VALUE - 1), before.endsAt()));
        if (after.requests() == config.maximum()) {
            LOG.warnf("address %s is banned after %d invalid requests", address, after.requests());
        }
    }

    private boolean banned(Count count) {
        return count.requests() >= config.maximum();
    }
}
