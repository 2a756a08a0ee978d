package io.guildhall.api.owner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.owner.ActorResolver.Target;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.RestCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Looks at the channel that somebody wants to follow, as that person, and hands the call on to the owner of the channel that is to follow
 * it: there a webhook is made.
 */
@ApplicationScoped
public class FollowedChannels {
    private static final String CHANNEL_ID = "channel_id";
    private static final String GUILD_ID = "guild_id";

    private final ChannelDirectory channels;
    private final OwnerCalls owners;

    @Inject
    public FollowedChannels(ChannelDirectory channels, OwnerCalls owners) {
        this.channels = channels;
        this.owners = owners;
    }

    /** The same for every other call. */
    public Target complete(ApiCall call, Target target) {
        if (!call.operation().equals(WebhookOperations.FOLLOW_CHANNEL)) {
            return target;
        }
        RestCall asked = target.call();
        String follower = call.body().path("webhook_channel_id").asText();
        JsonNode followed = ask(
                target.actor(),
                ChannelOperations.GET_CHANNEL,
                asked.toBuilder(),
                CHANNEL_ID,
                asked.getPathOrThrow(CHANNEL_ID));
        if (followed.path("type").asInt() != ChannelType.GUILD_ANNOUNCEMENT.number()) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
        JsonNode guild = ask(
                target.actor(),
                GuildOperations.GET_GUILD,
                asked.toBuilder(),
                GUILD_ID,
                followed.path(GUILD_ID).asText());
        ActorKey owner =
                channels.find(Snowflake.parse(follower)).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL));
        return new Target(
                owner,
                asked.toBuilder()
                        .putPath(CHANNEL_ID, follower)
                        .setForwarded(Json.bytes(source(guild, followed)))
                        .build());
    }

    private static ObjectNode source(JsonNode guild, JsonNode channel) {
        ObjectNode source = Json.object();
        source.putObject("source_guild")
                .put("id", guild.path("id").asText())
                .put("name", guild.path("name").asText())
                .set("icon", guild.path("icon"));
        source.putObject("source_channel")
                .put("id", channel.path("id").asText())
                .put("name", channel.path("name").asText());
        return source;
    }

    private JsonNode ask(ActorKey actor, Operation operation, RestCall.Builder asked, String parameter, String id) {
        RestAnswer answer = owners.call(
                actor,
                RestCall.newBuilder()
                        .setOperation(operation.name())
                        .setCaller(asked.getCaller())
                        .putPath(parameter, id)
                        .build());
        JsonNode body = Json.parse(new String(answer.body(), UTF_8));
        if (answer.status() < 400) {
            return body;
        }
        throw answer.status() < 500
                ? ApiException.of(answer.status() == 404 ? ErrorCode.UNKNOWN_CHANNEL : ErrorCode.MISSING_ACCESS)
                : ApiException.unavailable();
    }
}
