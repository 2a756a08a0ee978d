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
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.RestCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Fetches what a new message forwards, wherever that lies: as its sender, and so no more of it than the sender may read.
 */
@ApplicationScoped
public class ForwardedMessages {
    private static final int FORWARD = 1;

    private final ChannelDirectory channels;
    private final OwnerCalls owners;

    @Inject
    public ForwardedMessages(ChannelDirectory channels, OwnerCalls owners) {
        this.channels = channels;
        this.owners = owners;
    }

    /** The same call, with the message that it forwards if it does. */
    public Target complete(ApiCall call, Target target) {
        JsonNode reference = call.body().path("message_reference");
        boolean forwards = call.operation().equals(MessageOperations.CREATE_MESSAGE)
                && reference.path("type").asInt() == FORWARD;
        return forwards
                ? find(target.call(), reference)
                        .map(found -> new Target(
                                target.actor(),
                                target.call().toBuilder()
                                        .setForwarded(Json.bytes(found))
                                        .build()))
                        .orElse(target)
                : target;
    }

    private Optional<ObjectNode> find(RestCall call, JsonNode reference) {
        String channel = reference.path("channel_id").asText();
        return channels.find(Snowflake.parse(channel)).flatMap(actor -> {
            RestAnswer answer = owners.call(
                    actor,
                    RestCall.newBuilder()
                            .setOperation(MessageOperations.GET_MESSAGE.name())
                            .setCaller(call.getCaller())
                            .putPath("channel_id", channel)
                            .putPath("message_id", reference.path("message_id").asText())
                            .build());
            return answer.status() < 400 ? Optional.of(found(actor, answer)) : missing(answer);
        });
    }

    private static ObjectNode found(ActorKey actor, RestAnswer answer) {
        ObjectNode found = Json.object();
        if (actor.getKind() == ActorKind.GUILD) {
            found.put("guild_id", Snowflake.format(actor.getId()));
        }
        return found.set("message", Json.parse(new String(answer.body(), UTF_8)));
    }

    private static Optional<ObjectNode> missing(RestAnswer answer) {
        if (answer.status() == 404) {
            return Optional.empty();
        }
        throw answer.status() < 500
                ? ApiException.of(ErrorCode.CANNOT_REFERENCE_A_MESSAGE_WITHOUT_PERMISSION_TO_READ_MESSAGE_HISTORY)
                : ApiException.unavailable();
    }
}
