package io.guildhall.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.api.Configs;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitGuardTest {
    private static final Operation CREATE_MESSAGE =
            Operations.byName("createMessage").orElseThrow();
    private static final Operation LOGIN = Operations.byName("login").orElseThrow();
    private static final Optional<Identity> BOT = Optional.of(new Identity(1, true, 1, 0));

    private final ManualClock clock = new ManualClock();

    @Test
    void everyChannelHasABucketOfItsOwn() {
        LimitGuard guard = guard(Map.of());
        for (int request = 0; request < 5; request++) {
            guard.take(CREATE_MESSAGE, BOT, "a", Map.of("channel_id", "1"));
        }
        assertThatThrownBy(() -> guard.take(CREATE_MESSAGE, BOT, "a", Map.of("channel_id", "1")))
                .isInstanceOf(RateLimited.class);
        assertThat(guard.take(CREATE_MESSAGE, BOT, "a", Map.of("channel_id", "2")))
                .containsEntry("X-RateLimit-Remaining", "4");
    }

    @Test
    void aBucketIsFullAgainAfterItsPeriod() {
        LimitGuard guard = guard(Map.of("guildhall.api.rate-limits.override.message-create.requests", "1"));
        guard.take(CREATE_MESSAGE, BOT, "a", Map.of());
        assertThatThrownBy(() -> guard.take(CREATE_MESSAGE, BOT, "a", Map.of())).isInstanceOf(RateLimited.class);
        clock.advance(Duration.ofSeconds(5));
        assertThatCode(() -> guard.take(CREATE_MESSAGE, BOT, "a", Map.of())).doesNotThrowAnyException();
    }

    @Test
    void overAllBucketsThereIsALimitForEachSecond() {
        LimitGuard guard = guard(Map.of("guildhall.api.rate-limits.global", "3"));
        for (int request = 0; request < 3; request++) {
            guard.takeGlobal(BOT, "a");
        }
        assertThatThrownBy(() -> guard.takeGlobal(BOT, "a"))
                .isInstanceOfSatisfying(RateLimited.class, limited -> assertThat(
                                limited.answer().headers())
                        .containsEntry("X-RateLimit-Global", "true")
                        .containsEntry("X-RateLimit-Scope", "global")
                        .containsEntry("Retry-After", "1"));
        clock.advance(Duration.ofSeconds(1));
        assertThatCode(() -> guard.takeGlobal(BOT, "a")).doesNotThrowAnyException();
    }

    @Test
    void whatOnePersonMayHaveOpenForFilesIsBoundedInNumberAndInBytes() {
        LimitGuard guard = guard(Map.of(
                "guildhall.api.rate-limits.override.upload-slot.requests", "4",
                "guildhall.api.rate-limits.override.upload-piece.requests", "6"));
        guard.takeUploadSlots(1, 4);
        guard.takeUploadBytes(1, List.of(1L, 1L, 9L << 20));
        assertThatThrownBy(() -> guard.takeUploadSlots(1, 1)).isInstanceOf(RateLimited.class);
        assertThatThrownBy(() -> guard.takeUploadBytes(1, List.of(5L << 20))).isInstanceOf(RateLimited.class);
        assertThatCode(() -> guard.takeUploadSlots(2, 1)).doesNotThrowAnyException();
        assertThatCode(() -> guard.takeUploadBytes(2, List.of(9L << 20))).doesNotThrowAnyException();
        clock.advance(Duration.ofHours(1));
        assertThatCode(() -> guard.takeUploadSlots(1, 4)).doesNotThrowAnyException();
        assertThatCode(() -> guard.takeUploadBytes(1, List.of(9L << 20))).doesNotThrowAnyException();
    }

    @Test
    void theScaleMultipliesEveryLimit() {
        assertThat(guard(Map.of("guildhall.api.rate-limits.scale", "100")).take(CREATE_MESSAGE, BOT, "a", Map.of()))
                .containsEntry("X-RateLimit-Limit", "500");
    }

    @Test
    void aFullTableLetsMessagesPassButNoLogins() {
        LimitGuard guard = guard(Map.of("guildhall.api.rate-limits.max-buckets", "2"));
        guard.takeGlobal(BOT, "a");
        guard.take(CREATE_MESSAGE, BOT, "a", Map.of());
        assertThat(guard.take(CREATE_MESSAGE, BOT, "a", Map.of("channel_id", "2")))
                .isEmpty();
        assertThatCode(() -> guard.takeGlobal(Optional.empty(), "b")).doesNotThrowAnyException();
        assertThatThrownBy(() -> guard.take(LOGIN, Optional.empty(), "b", Map.of()))
                .isInstanceOf(ApiException.class);
        clock.advance(Duration.ofMinutes(2));
        assertThat(guard.take(LOGIN, Optional.empty(), "b", Map.of())).isNotEmpty();
    }

    @Test
    void invalidRequestsBanUntilTheirPeriodIsOver() {
        InvalidRequests invalid = new InvalidRequests(
                Configs.api(Map.of("guildhall.api.invalid-requests.maximum", "3")), Configs.noRedis(), clock);
        for (int status : new int[] {401, 404, 500, 403}) {
            invalid.count("a", status);
        }
        assertThatCode(() -> invalid.refuseBanned("a")).doesNotThrowAnyException();
        invalid.count("a", 429);
        assertThatThrownBy(() -> invalid.refuseBanned("a")).isInstanceOf(RateLimited.class);
        assertThatCode(() -> invalid.refuseBanned("b")).doesNotThrowAnyException();
        clock.advance(Duration.ofMinutes(10));
        assertThatCode(() -> invalid.refuseBanned("a")).doesNotThrowAnyException();
    }

    @Test
    void whereNobodyCanCountNobodyLogsIn() {
        ApiConfig config = Configs.api(Map.of());
        RateLimiter broken = (bucket, count) -> {
            throw new RateLimiter.OutOfOrder("for this test");
        };
        LimitGuard guard = new LimitGuard(broken, config.rateLimits(), clock);

        assertThatThrownBy(() -> guard.takeLogin("ada@example.com")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> guard.take(LOGIN, Optional.empty(), "a", Map.of()))
                .isInstanceOf(ApiException.class);
        assertThat(guard.take(CREATE_MESSAGE, BOT, "a", Map.of())).isEmpty();
    }

    private LimitGuard guard(Map<String, String> properties) {
        ApiConfig config = Configs.api(properties);
        return new LimitGuard(new MemoryRateLimiter(config, clock), config.rateLimits(), clock);
    }
}
