package io.guildhall.api.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.interaction.InteractionToken;
import io.guildhall.model.interaction.InteractionTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final long INTERACTION = Snowflake.lowestAt(NOW.toEpochMilli());

    private final InteractionTokens tokens = new InteractionTokens("a secret");
    private final String token = tokens.write(new InteractionToken(INTERACTION, 22, 33));

    @Test
    void theBearerIsTheApplicationInTheTokensChannel() {
        PathTokens.Bearer bearer = at(NOW).read(Map.of("webhook_id", "22", "webhook_token", token, "message_id", "5"));

        assertThat(bearer.identity().userId()).isEqualTo(22);
        assertThat(bearer.identity().bot()).isTrue();
        assertThat(bearer.path())
                .containsEntry("channel_id", "33")
                .containsEntry("interaction_id", Snowflake.format(INTERACTION))
                .containsEntry("message_id", "5")
                .doesNotContainKey("webhook_token");
    }

    @Test
    void aTokenBelongsToItsInteractionAndItsApplication() {
        refused(ErrorCode.UNKNOWN_INTERACTION, NOW, Map.of("interaction_id", "5", "interaction_token", token));
        refused(ErrorCode.UNKNOWN_WEBHOOK, NOW, Map.of("webhook_id", "23", "webhook_token", token));
        refused(ErrorCode.UNKNOWN_WEBHOOK, NOW, Map.of("webhook_id", "22", "webhook_token", "no token"));
    }

    @Test
    void aTokenEnds() {
        Instant later = NOW.plus(Duration.ofMinutes(15)).plusMillis(1);

        refused(
                ErrorCode.UNKNOWN_INTERACTION,
                later,
                Map.of("interaction_id", Snowflake.format(INTERACTION), "interaction_token", token));
        refused(ErrorCode.INVALID_WEBHOOK_TOKEN, later, Map.of("webhook_id", "22", "webhook_token", token));
    }

    private void refused(ErrorCode code, Instant now, Map<String, String> path) {
        assertThatThrownBy(() -> at(now).read(path))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code.number()));
    }

    private PathTokens at(Instant now) {
        return new PathTokens(tokens, Clock.fixed(now, ZoneOffset.UTC));
    }
}
