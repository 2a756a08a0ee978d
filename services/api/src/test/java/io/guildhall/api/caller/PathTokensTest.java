package io.guildhall.api.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.api.FakeStorage;
import io.guildhall.api.owner.WebhookDirectory;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.ApplicationAccounts;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.interaction.InteractionToken;
import io.guildhall.model.interaction.InteractionTokens;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.model.table.catalogue.Webhooks;
import io.guildhall.model.webhook.WebhookTokens;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final long INTERACTION = Snowflake.lowestAt(NOW.toEpochMilli());

    private final InteractionTokens tokens = new InteractionTokens("a secret");
    private final WebhookTokens hooks = new WebhookTokens("a secret");
    private final FakeStorage fake = new FakeStorage();
    private final StorageAccess storage = new StorageAccess(new StorageRouter(
            node -> fake, StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway"), new Timestamps(Clock.systemUTC())));
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
    void theBearerOfAWebhooksTokenIsTheWebhookInItsChannel() {
        webhook(44, 1);
        PathTokens.Bearer bearer = at(NOW).read(Map.of("webhook_id", "44", "webhook_token", hooks.of(44)));

        assertThat(bearer.identity()).isEqualTo(new Identity(44, true, 0, 0));
        assertThat(bearer.path()).isEqualTo(Map.of("webhook_id", "44", "channel_id", "33"));
    }

    @Test
    void aTokenOpensItsOwnWebhookAlone() {
        webhook(44, 1);
        webhook(45, 2);
        refused(ErrorCode.INVALID_WEBHOOK_TOKEN, NOW, Map.of("webhook_id", "44", "webhook_token", hooks.of(46)));
        refused(ErrorCode.INVALID_WEBHOOK_TOKEN, NOW, Map.of("webhook_id", "44", "webhook_token", token));
        refused(ErrorCode.INVALID_WEBHOOK_TOKEN, NOW, Map.of("webhook_id", "45", "webhook_token", hooks.of(45)));
        refused(ErrorCode.UNKNOWN_WEBHOOK, NOW, Map.of("webhook_id", "46", "webhook_token", hooks.of(46)));
    }

    private void webhook(long id, long type) {
        storage.write(List.of(Write.to(Webhooks.TABLE, id)
                        .set(Webhooks.CHANNEL_ID, 33L)
                        .set(Webhooks.TYPE, type)
                        .build()))
                .await()
                .indefinitely();
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

    @Test
    void nobodySpeaksForAnApplicationWhoseAccountIsDisabled() {
        storage.write(List.of(
                        Write.to(Users.TABLE, 22L).set(Users.DISABLED, true).build()))
                .await()
                .indefinitely();

        refused(
                ErrorCode.UNKNOWN_INTERACTION,
                NOW,
                Map.of("interaction_id", Snowflake.format(INTERACTION), "interaction_token", token));
        refused(ErrorCode.INVALID_WEBHOOK_TOKEN, NOW, Map.of("webhook_id", "22", "webhook_token", token));
    }

    private void refused(ErrorCode code, Instant now, Map<String, String> path) {
        assertThatThrownBy(() -> at(now).read(path))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code.number()));
    }

    private PathTokens at(Instant now) {
        return new PathTokens(
                tokens,
                hooks,
                new WebhookDirectory(storage),
                new ApplicationAccounts(storage),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
