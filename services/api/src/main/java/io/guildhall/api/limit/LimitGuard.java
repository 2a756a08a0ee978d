package io.guildhall.api.limit;

import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.identity.People;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Lets a request pass or answers 429. A bucket is an operation with its major parameters and its caller: a person or a
 * bot, or an address for those who have no token. Over all buckets each caller has a limit for each second.
 */
@ApplicationScoped
public class LimitGuard {
    private static final Logger LOG = Logger.getLogger(LimitGuard.class);
    /** Ids: as the key of a bucket they are as long as a number is. */
    private static final List<String> MAJOR_PARAMETERS = List.of("channel_id", "guild_id", "webhook_id");
    /** Free text of any length, which is therefore not kept. */
    private static final List<String> TOKENS = List.of("webhook_token", "interaction_token");

    private static final long UPLOAD_PIECE_BYTES = 4L << 20;

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final RateLimiter limiter;
    private final ApiConfig.RateLimits config;
    private final Clock clock;

    @Inject
    public LimitGuard(RateLimiter limiter, LiveRateLimits config, Clock clock) {
        this(limiter, (ApiConfig.RateLimits) config, clock);
    }

    /** With limits that stay as they are, for tests. */
    public LimitGuard(RateLimiter limiter, ApiConfig.RateLimits config, Clock clock) {
        this.limiter = limiter;
        this.config = config;
        this.clock = clock;
    }

    /**
     * One request of the caller, whatever it is for. Passes when the limiter is out of order: the operation's own limit says
     * what happens then.
     *
     * @throws RateLimited when the caller made too many in this second
     */
    public void takeGlobal(Optional<Identity> identity, String address) {
        if (!config.enabled()) {
            return;
        }
        try {
            takeGlobal(caller(identity, address));
        } catch (RateLimiter.OutOfOrder broken) {
            LOG.debugf("A request was not counted: %s", broken.getMessage());
        }
    }

    /**
     * One request of an operation.
     *
     * @param path with ids in their one spelling: they name the bucket
     * @return the headers that tell the caller where it stands
     * @throws RateLimited when the bucket is empty
     */
    public Map<String, String> take(
            Operation operation, Optional<Identity> identity, String address, Map<String, String> path) {
        if (!config.enabled()) {
            return Map.of();
        }
        try {
            return takeBucket(operation, caller(identity, address), path);
        } catch (RateLimiter.OutOfOrder broken) {
            if (operation.limit().failOpen()) {
                return Map.of();
            }
            throw ApiException.unavailable();
        }
    }

    /**
     * One attempt to log in to an account, wherever it comes from and however the account is spelled: who guesses from many addresses is as slow
     * as from one.
     *
     * @throws RateLimited when there were too many
     */
    public void takeLogin(String login) {
        takeAttempt("login " + People.key(login).hashCode(), RateLimit.ACCOUNT);
    }

    /**
     * One password that somebody who is logged in shows, for whatever: whoever has found a login has no other way to guess, either.
     *
     * @throws RateLimited when there were too many
     */
    public void takePassword(long user) {
        takeAttempt("password " + user, RateLimit.ACCOUNT);
    }

    /**
     * One code that is tried for an account, wherever it comes from.
     *
     * @throws RateLimited when there were too many
     */
    public void takeCode(long user) {
        takeAttempt("code " + user, RateLimit.SECOND_FACTOR);
    }

    private void takeAttempt(String bucket, RateLimit limit) {
        if (config.enabled()) {
            take(bucket(bucket, limit));
        }
    }

    private void take(RateLimiter.Bucket bucket) {
        try {
            RateLimiter.Decision decision = limiter.take(bucket, 1);
            if (!decision.allowed()) {
                throw RateLimited.of(refusal(decision, false).with(Map.of("X-RateLimit-Scope", "shared")));
            }
        } catch (RateLimiter.OutOfOrder broken) {
            throw ApiException.unavailable();
        }
    }

    /**
     * One account that is made.
     *
     * @param perAddress how many an hour from this address; 0: any number
     * @param perHour how many an hour altogether; 0: any number
     * @throws RateLimited when there were too many
     */
    public void takeRegistration(String address, int perAddress, int perHour) {
        takeHourly("registration " + InvalidRequests.address(address), perAddress);
        takeHourly("registrations", perHour);
    }

    private void takeHourly(String bucket, int most) {
        if (most > 0) {
            take(new RateLimiter.Bucket(bucket + " " + most, most, HOUR, false));
        }
    }

    /** Whether the account gets one more mail. None when the limiter is out of order. */
    public boolean takesMail(long user) {
        if (!config.enabled()) {
            return true;
        }
        try {
            return limiter.take(bucket("mail " + user, RateLimit.MAIL), 1).allowed();
        } catch (RateLimiter.OutOfOrder broken) {
            return false;
        }
    }

    /**
     * Places for files that no message carries yet. A place costs nothing until it is used, but may be used for an hour: what one person has open
     * is bounded by how much is given out in that time. Passes when the limiter is out of order.
     *
     * @throws RateLimited when there would be too many
     */
    public void takeUploadSlots(long user, int count) {
        takeMany(RateLimit.UPLOAD_SLOT, user, count);
    }

    /**
     * What such files take, or may.
     *
     * @param sizes in bytes
     * @throws RateLimited when it would be too much
     */
    public void takeUploadBytes(long user, List<Long> sizes) {
        takeMany(
                RateLimit.UPLOAD_PIECE,
                user,
                sizes.stream()
                        .mapToLong(size -> Math.ceilDiv(size, UPLOAD_PIECE_BYTES))
                        .sum());
    }

    private void takeMany(RateLimit limit, long user, long count) {
        if (!config.enabled()) {
            return;
        }
        try {
            RateLimiter.Decision decision = limiter.take(
                    bucket(limit.name() + " user " + user, limit), (int) Math.min(count, Integer.MAX_VALUE));
            if (!decision.allowed()) {
                throw RateLimited.of(refusal(decision, false).with(Map.of("X-RateLimit-Scope", "user")));
            }
        } catch (RateLimiter.OutOfOrder broken) {
            LOG.debugf("Uploads were not counted: %s", broken.getMessage());
        }
    }

    private static String caller(Optional<Identity> identity, String address) {
        return identity.map(known -> "user " + known.userId()).orElse("address " + address);
    }

    private void takeGlobal(String caller) {
        RateLimiter.Decision decision =
                limiter.take(new RateLimiter.Bucket("global " + caller, scaled(config.global()), SECOND, true), 1);
        if (!decision.allowed()) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("X-RateLimit-Global", "true");
            headers.put("X-RateLimit-Scope", "global");
            throw RateLimited.of(refusal(decision, true).with(headers));
        }
    }

    private Map<String, String> takeBucket(Operation operation, String caller, Map<String, String> path) {
        boolean shared = operation.limit().shared();
        StringBuilder name = new StringBuilder(operation.name()).append(' ').append(shared ? "anybody" : caller);
        MAJOR_PARAMETERS.forEach(parameter -> name.append(' ').append(path.getOrDefault(parameter, "")));
        TOKENS.forEach(parameter ->
                name.append(' ').append(path.getOrDefault(parameter, "").hashCode()));
        RateLimiter.Bucket bucket = bucket(name.toString(), operation.limit());
        RateLimiter.Decision decision = limiter.take(bucket, 1);
        Map<String, String> headers = headers(operation, bucket.requests(), decision);
        if (!decision.allowed()) {
            headers.put("X-RateLimit-Scope", shared ? "shared" : "user");
            throw RateLimited.of(refusal(decision, false).with(headers));
        }
        return headers;
    }

    private Map<String, String> headers(Operation operation, int requests, RateLimiter.Decision decision) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Limit", Integer.toString(requests));
        headers.put("X-RateLimit-Remaining", Integer.toString(decision.remaining()));
        headers.put("X-RateLimit-Reset", seconds(clock.millis() + decision.resetAfter()));
        headers.put("X-RateLimit-Reset-After", seconds(decision.resetAfter()));
        headers.put("X-RateLimit-Bucket", bucketName(operation));
        return headers;
    }

    /** The same for all major parameters: clients put them together themselves. */
    private static String bucketName(Operation operation) {
        return "%08x%08x"
                .formatted(operation.name().hashCode(), (operation.limit().name() + operation.path()).hashCode());
    }

    private static RestAnswer refusal(RateLimiter.Decision decision, boolean global) {
        double seconds = decision.resetAfter() / 1000.0;
        return RestAnswer.of(
                        429,
                        Json.object()
                                .put("message", "You are being rate limited.")
                                .put("code", 0)
                                .put("retry_after", seconds)
                                .put("global", global))
                .with(Map.of("Retry-After", Long.toString((long) Math.ceil(seconds))));
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }

    private RateLimiter.Bucket bucket(String name, RateLimit limit) {
        return new RateLimiter.Bucket(name, scaled(requests(limit)), refill(limit), limit.failOpen());
    }

    private int requests(RateLimit limit) {
        return override(limit).flatMap(ApiConfig.RateLimits.Override::requests).orElse(limit.requests());
    }

    private Duration refill(RateLimit limit) {
        return override(limit).flatMap(ApiConfig.RateLimits.Override::refill).orElse(limit.refill());
    }

    private Optional<ApiConfig.RateLimits.Override> override(RateLimit limit) {
        String key = limit.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Optional.ofNullable(config.override().get(key));
    }

    private int scaled(int requests) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(requests * config.scale())));
    }
}
