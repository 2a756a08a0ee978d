package io.guildhall.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.guildhall.api.Configs;
import io.guildhall.redis.RedisLink;
import io.guildhall.testing.Eventually;
import io.vertx.redis.client.Command;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvalidRequestsTest {
    private static final String CALLER = InvalidRequests.address("192.0.2.1");

    @Test
    void nodesCountTogetherAndEachLearnsOfABanByTheFirstInvalidRequestItAnswers() {
        try (RedisNodes redis = new RedisNodes()) {
            RedisLink link = redis.node();
            InvalidRequests here = node(link);
            InvalidRequests there = node(redis.node());
            here.count(CALLER, 401);
            here.count(CALLER, 403);
            Eventually.until(() -> counted(link).equals("2"));
            assertThatCode(() -> there.refuseBanned(CALLER)).doesNotThrowAnyException();

            there.count(CALLER, 401);

            Eventually.until(() -> banned(there));
            assertThatCode(() -> there.refuseBanned(InvalidRequests.address("192.0.2.2")))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void whileAllWhoAreWatchedAreBannedNobodyElseIsWatched() {
        InvalidRequests node = new InvalidRequests(
                Configs.api(Map.of(
                        "guildhall.api.invalid-requests.maximum", "1",
                        "guildhall.api.invalid-requests.max-addresses", "2")),
                Configs.noRedis(),
                Clock.systemUTC());
        for (int caller = 1; caller <= 100; caller++) {
            node.count(InvalidRequests.address("192.0.2." + caller), 401);
        }

        assertThat(node.watched()).isEqualTo(2);
        assertThat(banned(node)).isTrue();
    }

    private static String counted(RedisLink redis) {
        return String.valueOf(redis.ask(Command.GET, List.of(redis.key("invalid:" + CALLER)))
                .toCompletableFuture()
                .join());
    }

    private static boolean banned(InvalidRequests node) {
        try {
            node.refuseBanned(CALLER);
            return false;
        } catch (RateLimited refused) {
            return true;
        }
    }

    private static InvalidRequests node(RedisLink redis) {
        return new InvalidRequests(
                Configs.api(Map.of("guildhall.api.invalid-requests.maximum", "3")), redis, Clock.systemUTC());
    }
}
