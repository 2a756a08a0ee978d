package io.guildhall.api.oauth2;

import static io.guildhall.api.oauth2.Instance.APPLICATION;
import static io.guildhall.api.oauth2.Instance.HOME;
import static io.guildhall.api.oauth2.Instance.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Success;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Webhooks that come with tokens. */
class IncomingWebhookTest extends OAuth2TestBase {
    private static final String CHANNEL = "{\"authorize\":true,\"guild_id\":\"4\",\"webhook_channel_id\":\"5\"}";

    @Test
    void theChannelsOwnerMakesOneForTheApplicationAndTheFirstTokenBringsIt() {
        instance.owner.give(made());
        String location = json(instance.authorize(asks("identify webhook.incoming"), CHANNEL))
                .path("location")
                .asText();
        Command asked = instance.owner.last();
        assertThat(asked.getActor().getId()).isEqualTo(4);
        assertThat(asked.getRest().getOperation()).isEqualTo("createWebhook");
        assertThat(asked.getRest().getPathOrThrow("channel_id")).isEqualTo("5");
        assertThat(asked.getRest().getCaller().getUserId()).isEqualTo(Instance.PERSON);
        assertThat(asked.getRest().getCaller().getApplicationId()).isEqualTo(APPLICATION);
        assertThat(Json.parse(asked.getRest().getBody()).path("name").asText()).isEqualTo("an application");
        JsonNode tokens = json(redeem(parameters(location).get("code"), HOME));
        assertThat(tokens.path("webhook"))
                .isEqualTo(Json.parse(
                        "{\"id\":\"99\",\"token\":\"x\",\"url\":\"http://localhost:8080/api/webhooks/99/x\"}"));
        assertThat(tokens.path("scope").asText()).contains("webhook.incoming");
        assertThat(json(refresh(tokens)).has("webhook")).isFalse();
    }

    @Test
    void aNameThatWebhooksMayNotHaveIsLeftOut() {
        instance.storage
                .write(List.of(Write.to(Applications.TABLE, APPLICATION)
                        .set(Applications.NAME, "Discord")
                        .build()))
                .await()
                .indefinitely();
        instance.owner.give(made());
        instance.authorize(asks("webhook.incoming"), CHANNEL);
        assertThat(Json.parse(instance.owner.last().getRest().getBody())
                        .path("name")
                        .asText())
                .isEqualTo("Webhook");
    }

    @Test
    void withoutAChannelOrAgainstItsOwnersWordThereIsNoCode() {
        for (String body : List.of(
                "{\"authorize\":true}",
                "{\"authorize\":true,\"webhook_channel_id\":null}",
                "{\"authorize\":true,\"webhook_channel_id\":\"77\"}")) {
            assertThat(instance.authorize(asks("webhook.incoming"), body).status())
                    .isBetween(400, 404);
        }
        instance.owner.give(Outcome.newBuilder()
                .setFailure(ApiException.of(ErrorCode.MISSING_PERMISSIONS).toFailure())
                .build());
        RestAnswer refused = instance.authorize(asks("webhook.incoming"), CHANNEL);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(json(instance.get("/v10/oauth2/tokens", "person"))).isEmpty();
    }

    @Test
    void nothingIsMadeForWhoRefuses() {
        instance.authorize(asks("webhook.incoming"), CHANNEL.replace("true", "false"));
        assertThat(instance.owner.commands()).isEmpty();
    }

    @Test
    void itComesWithACodeAlone() {
        Map<String, String> asked = asks("webhook.incoming");
        asked.put("response_type", "token");
        assertThat(instance.authorize(asked, CHANNEL).status()).isEqualTo(400);
        assertThat(instance.token(Map.of(
                                "client_id",
                                Long.toString(APPLICATION),
                                "client_secret",
                                instance.secret,
                                "grant_type",
                                "client_credentials",
                                "scope",
                                "webhook.incoming"))
                        .status())
                .isEqualTo(400);
        assertThat(instance.owner.commands()).isEmpty();
    }

    private static Outcome made() {
        return Outcome.newBuilder()
                .setSuccess(Success.newBuilder()
                        .setStatus(200)
                        .setBody(ByteString.copyFromUtf8("{\"id\":\"99\",\"token\":\"x\",\"user\":{\"id\":\"8\"}}")))
                .build();
    }
}
