package io.guildhall.guild.privatechannel;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageType;
import io.guildhall.guild.message.MessageWriter;
import io.guildhall.guild.message.Notice;
import io.guildhall.guild.state.PrivateChannelPayloads;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Brings a friend into a group. From a channel of two people, a new group begins with both and the friend, and that channel stays as it is. */
@Singleton
final class AddRecipient implements PrivateOperation {
    private final Groups groups;
    private final MessageWriter writer;

    AddRecipient(Groups groups, MessageWriter writer) {
        this.groups = groups;
        this.writer = writer;
    }

    @Override
    public Operation operation() {
        return ChannelOperations.ADD_RECIPIENT;
    }

    @Override
    public Reply handle(PrivatePlace place, Call call, Changes changes) {
        PrivateChannelState channel = place.channel();
        long added = call.id("user_id");
        if (channel.find(added).isPresent()) {
            return Reply.noContent();
        }
        User friend = groups.friend(call.callerId(), added, place.storage());
        return channel.isGroup()
                ? add(place, call, added, friend, changes)
                : begin(place, call, added, friend, changes);
    }

    private Reply add(PrivatePlace place, Call call, long added, User friend, Changes changes) {
        PrivateChannelState group = place.channel();
        if (group.participants().size() >= Groups.MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_RECIPIENTS_REACHED);
        }
        Groups.requireRoom(List.of(added), place.storage());
        User caller = group.find(call.callerId()).orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
        group.join(added, friend, changes);
        Groups.show(group.row(), group.participants(), added, changes);
        new RecipientChange(place, added, friend).joined(changes);
        writer.notice(
                place,
                Notice.of(MessageType.RECIPIENT_ADD, caller, call.callerId()).mentioning(added),
                changes);
        return Reply.noContent();
    }

    /** With a bot nobody begins a group; whoever blocks or is blocked neither. */
    private Reply begin(PrivatePlace place, Call call, long added, User friend, Changes changes) {
        PrivateChannelState pair = place.channel();
        if (!place.applications().isEmpty() || pair.isBlocked()) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_DM_CHANNEL);
        }
        SequencedMap<Long, User> members = new LinkedHashMap<>();
        members.put(call.callerId(), pair.participants().get(call.callerId()));
        members.putAll(pair.participants());
        members.put(added, friend);
        RowView group = groups.begin(members, place.storage(), changes);
        members.keySet().forEach(member -> Groups.show(group, members, member, changes));
        return Reply.status(201, PrivateChannelPayloads.of(group, members, call.callerId()));
    }
}
