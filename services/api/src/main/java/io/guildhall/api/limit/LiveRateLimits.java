package io.guildhall.api.limit;

import io.guildhall.api.config.ApiConfig;
import io.guildhall.observability.live.LiveSettings;
import io.quarkus.runtime.configuration.DurationConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rate limits as they are now: what is configured, with the live settings of the same keys over it. A flood can be slowed
 * without a restart. How many buckets are kept is fixed at the start.
 */
@ApplicationScoped
@Typed(LiveRateLimits.class)
public class LiveRateLimits implements ApiConfig.RateLimits {
    private static final String PREFIX = "guildhall.api.rate-limits.";
    private static final Pattern OVERRIDE =
            Pattern.compile(Pattern.quote(PREFIX) + "override\\.\"?([a-z-]+)\"?\\.(requests|refill)");

    private final ApiConfig.RateLimits configured;
    private volatile Numbers numbers;

    private record Numbers(boolean enabled, int global, double scale, Map<String, Override> override) {}

    private record Single(Optional<Integer> requests, Optional<Duration> refill)
            implements ApiConfig.RateLimits.Override {}

    @Inject
    public LiveRateLimits(ApiConfig config, LiveSettings live) {
        this.configured = config.rateLimits();
        this.numbers = over(Map.of());
        live.watch(values -> numbers = over(values));
    }

    /** @throws IllegalArgumentException when a value is not what its key needs */
    private Numbers over(Map<String, String> values) {
        return new Numbers(
                Optional.ofNullable(values.get(PREFIX + "enabled"))
                        .map(LiveRateLimits::truth)
                        .orElseGet(configured::enabled),
                Optional.ofNullable(values.get(PREFIX + "global"))
                        .map(Integer::valueOf)
                        .orElseGet(configured::global),
                Optional.ofNullable(values.get(PREFIX + "scale"))
                        .map(Double::valueOf)
                        .orElseGet(configured::scale),
                overrides(values));
    }

    private Map<String, Override> overrides(Map<String, String> values) {
        Map<String, Override> all = new HashMap<>(configured.override());
        values.forEach((key, value) -> {
            Matcher matcher = OVERRIDE.matcher(key);
            if (matcher.matches()) {
                all.merge(matcher.group(1), single(matcher.group(2), value), LiveRateLimits::together);
            }
        });
        return Map.copyOf(all);
    }

    private static Override single(String what, String value) {
        return what.equals("requests")
                ? new Single(Optional.of(Integer.valueOf(value)), Optional.empty())
                : new Single(Optional.empty(), Optional.of(DurationConverter.parseDuration(value)));
    }

    private static Override together(Override before, Override after) {
        return new Single(after.requests().or(before::requests), after.refill().or(before::refill));
    }

    private static boolean truth(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false: " + value);
        };
    }

    @java.lang.Override
    public boolean enabled() {
        return numbers.enabled();
    }

    @java.lang.Override
    public int global() {
        return numbers.global();
    }

    @java.lang.Override
    public double scale() {
        return numbers.scale();
    }

    @java.lang.Override
    public int maxBuckets() {
        return configured.maxBuckets();
    }

    @java.lang.Override
    public Map<String, Override> override() {
        return numbers.override();
    }
}
