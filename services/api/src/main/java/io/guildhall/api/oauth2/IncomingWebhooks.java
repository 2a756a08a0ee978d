package io.guildhall.api.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.api.owner.ChannelDirectory;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Applications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Webhooks that people let applications have. The channel's owner is asked as for any webhook that the person makes, and knows whose it is to be. */
@ApplicationScoped
public class IncomingWebhooks {
    /** Text, announcements, forums. */
    private static final Set<Integer> TYPES = Set.of(0, 5, 15);

    private static final String CHANNEL = "webhook_channel_id";
    private static final String NAME = "Webhook";

    private final ChannelDirectory channels;
    private final OwnerCalls owners;
    private final StorageAccess storage;
    private final PublicUrls urls;

    @Inject
    public IncomingWebhooks(ChannelDirectory channels, OwnerCalls owners, StorageAccess storage, PublicUrls urls) {
        this.urls = urls;
        this.channels = channels;
        this.owners = owners;
        this.storage = storage;
    }

    /**
     * The new webhook, with its token and address.
     *
     * @throws ApiException when the body names no channel, or the person may make no webhook there
     */
    String make(ApiCall call, long application) {
        if (!call.body().hasNonNull(CHANNEL)) {
            throw ApiException.invalidField(CHANNEL, "BASE_TYPE_REQUIRED", "This field is required");
        }
        String channel = call.body().get(CHANNEL).asText();
        ActorKey owner = channels.find(Snowflake.parse(channel))
                .filter(found -> found.getKind() == ActorKind.GUILD)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL));
        RestCall create = RestCall.newBuilder()
                .setOperation(WebhookOperations.CREATE_WEBHOOK.name())
                .setCaller(Caller.newBuilder().setUserId(call.caller().userId()).setApplicationId(application))
                .putPath("channel_id", channel)
                .setBody(Json.bytes(body(application)))
                .build();
        Outcome outcome = owners.execute(
                Command.newBuilder().setActor(owner).setRest(create).build());
        if (outcome.hasFailure()) {
            throw ApiException.from(outcome.getFailure());
        }
        ObjectNode webhook = (ObjectNode) Json.parse(outcome.getSuccess().getBody());
        // Who agreed the application learns by a scope of its own.
        webhook.remove("user");
        String address = "/webhooks/" + webhook.path("id").asText() + "/"
                + webhook.path("token").asText();
        return webhook.put("url", urls.api() + address).toString();
    }

    /** It is called as the application, unless no webhook may be called so. */
    private JsonNode body(long application) {
        String name = storage.row(Read.row(Applications.TABLE, application))
                .await()
                .indefinitely()
                .flatMap(row -> row.find(Applications.NAME))
                .orElse(NAME);
        Problems problems = Problems.none();
        JsonNode body = WebhookOperations.CREATE_WEBHOOK
                .body()
                .orElseThrow()
                .check(Json.object().put("name", name), problems);
        return problems.isEmpty() ? body : Json.object().put("name", NAME);
    }

    /** The channels of a guild that the person sees and a webhook may write into; none of a guild that the person is not in. */
    ArrayNode choice(ApiCall call, String guild) {
        ActorKey owner = ActorKey.newBuilder()
                .setKind(ActorKind.GUILD)
                .setId(Snowflake.parse(guild))
                .build();
        RestAnswer answer = owners.call(
                owner,
                RestCall.newBuilder()
                        .setOperation("listChannels")
                        .setCaller(Caller.newBuilder().setUserId(call.caller().userId()))
                        .putPath("guild_id", guild)
                        .build());
        ArrayNode choice = Json.array();
        if (answer.status() < 400) {
            for (JsonNode channel : Json.parse(new String(answer.body(), UTF_8))) {
                if (TYPES.contains(channel.path("type").asInt())) {
                    choice.add(((ObjectNode) channel).retain("id", "name", "type"));
                }
            }
        }
        return choice;
    }
}
