package io.guildhall.guild.message;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.List;

/** Publishes a message of an announcement channel. */
@Singleton
public final class CrosspostMessage implements ChannelOperation {
    @Override
    public Operation operation() {
        return MessageOperations.CROSSPOST_MESSAGE;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return MessageReads.named(call);
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        if (place.type() != ChannelType.GUILD_ANNOUNCEMENT) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
        MessageStore store = new MessageStore(place.storage(), place.channelId());
        RowView before = store.get(call.id("message_id"));
        if (before.get(Messages.AUTHOR_ID) != call.callerId()) {
            place.require(call.callerId(), Permission.MANAGE_MESSAGES);
        }
        long flags = before.get(Messages.FLAGS, 0L);
        if (!isPublishable(before, flags)) {
            throw ApiException.of(ErrorCode.INVALID_MESSAGE_TYPE);
        }
        if (MessageFlag.in(flags, MessageFlag.CROSSPOSTED)) {
            throw ApiException.of(ErrorCode.THIS_MESSAGE_WAS_ALREADY_CROSSPOSTED);
        }
        RowEdit edit = RowEdit.of(before).set(Messages.FLAGS, flags | MessageFlag.CROSSPOSTED);
        changes.write(edit.mutation());
        Publication.changed(place, edit.view(), changes);
        MessageBytes bytes = new MessageView(store, UserLookup.here(place), place.links(), 0).bytes(edit.view());
        MessageEvents.updated(place, bytes, changes);
        boolean own = before.get(Messages.AUTHOR_ID) == call.callerId();
        return ContentRule.answer(place, call, bytes, !own || bytes.repliedTo().isPresent());
    }

    /** What was published elsewhere is not published again; polls and forwards mean nothing elsewhere. */
    private static boolean isPublishable(RowView message, long flags) {
        return MessageType.written(message.get(Messages.TYPE, 0L))
                && !MessageFlag.in(flags, MessageFlag.IS_CROSSPOST)
                && !message.has(Messages.POLL)
                && !SendRules.isForward(message);
    }
}
