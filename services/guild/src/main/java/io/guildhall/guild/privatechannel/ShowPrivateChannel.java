package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.UserPrivateChannels;
import jakarta.inject.Singleton;

/**
 * A private channel appears on this user's list. People's clients are told; a bot learns of it by its first message.
 *
 * <p>Here groups are counted: whoever brings somebody into one looks at the stored count before, and several who do so at the same moment may all
 * find room. Whoever belongs to as many as anybody may leaves the group again, as if by itself.
 */
@Singleton
public final class ShowPrivateChannel implements UserStep {
    static final String STEP = "showPrivateChannel";

    /** @param recipientId the other of two; 0 in a group */
    static ObjectNode body(long recipientId, ObjectNode channel) {
        ObjectNode body = Json.object().put("recipient_id", Snowflake.format(recipientId));
        body.set("channel", channel);
        return body;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        long channelId = Snowflake.parse(body.path("channel").path("id").asText());
        if (user.privateChannels().contains(channelId)) {
            return Reply.noContent();
        }
        long recipient = Snowflake.parse(body.path("recipient_id").asText());
        if (recipient == 0 && user.groupCount() >= Groups.MOST_OF_ONE) {
            Groups.noteCount(user, changes);
            leave(user, channelId, changes);
            return Reply.noContent();
        }
        show(user, channelId, recipient, body.path("channel"), changes);
        return Reply.noContent();
    }

    private static void leave(UserState user, long channelId, Changes changes) {
        changes.tell(
                Keys.privateChannel(channelId),
                Command.newBuilder()
                        .setRest(RestCall.newBuilder()
                                .setOperation(ChannelOperations.DELETE_CHANNEL.name())
                                .setCaller(Caller.newBuilder().setUserId(user.id()))
                                .putPath("channel_id", Snowflake.format(channelId))));
    }

    static void show(UserState user, long channelId, long recipient, JsonNode channel, Changes changes) {
        user.openPrivateChannel(channelId, recipient);
        if (recipient == 0) {
            Groups.noteCount(user, changes);
        }
        changes.write(Write.to(UserPrivateChannels.TABLE, user.id(), channelId)
                .set(UserPrivateChannels.RECIPIENT_ID, recipient)
                .set(UserPrivateChannels.OPEN, true)
                .build());
        if (!user.isBot()) {
            changes.event(
                    Events.inPrivate(DispatchEvent.CHANNEL_CREATE, channel).build());
        }
    }
}
