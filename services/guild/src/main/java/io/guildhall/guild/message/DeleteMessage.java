package io.guildhall.guild.message;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.List;

/** Deletes a message: one's own, or in a guild anybody's with MANAGE_MESSAGES. */
@Singleton
public final class DeleteMessage implements ChannelOperation {
    @Override
    public Operation operation() {
        return MessageOperations.DELETE_MESSAGE;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return MessageReads.named(call);
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        RowView message = new MessageStore(place.storage(), place.channelId()).get(call.id("message_id"));
        if (!MessageType.deletable(message.get(Messages.TYPE, 0L))) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_SYSTEM_MESSAGE);
        }
        long author = message.get(Messages.AUTHOR_ID);
        if (author != call.callerId()) {
            requireModerator(place, call, author);
        }
        Deletions.delete(place, message, changes);
        MessageEvents.about(
                DispatchEvent.MESSAGE_DELETE,
                place,
                Json.object().put("id", Snowflake.format(message.get(Messages.MESSAGE_ID))),
                changes);
        return Reply.noContent();
    }

    private static void requireModerator(Place place, Call call, long author) {
        if (place.guildId().isEmpty()) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_DM_CHANNEL);
        }
        place.require(call.callerId(), Permission.MANAGE_MESSAGES);
        call.audit()
                .action(AuditAction.MESSAGE_DELETE)
                .target(author)
                .option("channel_id", place.channelId())
                .option("count", "1");
    }
}
