package io.guildhall.guild.pin;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.message.MessageType;
import io.guildhall.guild.message.PinFlag;
import io.guildhall.guild.message.PinStore;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;

/** Pins and unpins, for the present routes and the old ones. Doing it twice does nothing the second time. */
@Singleton
public final class Pinning {
    private final PinFlag flag;

    Pinning(PinFlag flag) {
        this.flag = flag;
    }

    Reply pin(Place place, Call call, Changes changes) {
        RowView message = find(place, call);
        if (!MessageType.written(message.get(Messages.TYPE, 0L))) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_SYSTEM_MESSAGE);
        }
        if (message.get(Messages.PINNED, false)) {
            call.audit().skip();
            return Reply.noContent();
        }
        User who = place.findUser(call.callerId()).orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
        new PinStore(place).add(message.get(Messages.MESSAGE_ID), call.callerId(), changes);
        flag.set(place, message, true, changes);
        flag.announce(place, who, call.callerId(), message, changes);
        audit(place, call, message);
        return Reply.noContent();
    }

    Reply unpin(Place place, Call call, Changes changes) {
        RowView message = find(place, call);
        if (!message.get(Messages.PINNED, false)) {
            call.audit().skip();
            return Reply.noContent();
        }
        new PinStore(place).remove(message.get(Messages.MESSAGE_ID), changes);
        flag.set(place, message, false, changes);
        audit(place, call, message);
        return Reply.noContent();
    }

    private static RowView find(Place place, Call call) {
        return new MessageStore(place.storage(), place.channelId()).get(call.id("message_id"));
    }

    private static void audit(Place place, Call call, RowView message) {
        call.audit()
                .target(message.get(Messages.AUTHOR_ID))
                .option("channel_id", place.channelId())
                .option("message_id", message.get(Messages.MESSAGE_ID));
    }
}
