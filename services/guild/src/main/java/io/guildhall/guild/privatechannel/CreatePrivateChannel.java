package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.LastMessages;
import io.guildhall.guild.state.PrivateChannelPayloads;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.PrivateChannelPairs;
import io.guildhall.model.table.catalogue.PrivateChannels;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Begins a group of people, or opens the channel with another user, which is the same one every time. Bots have none with bots, and nobody has one with strangers. Both users may do it at once: whoever writes the pair
 * first gives the channel its id, and what both write beside it is the same.
 */
@Singleton
public final class CreatePrivateChannel implements UserOperation {
    private final SnowflakeGenerator ids;
    private final Clock clock;
    private final Groups groups;

    CreatePrivateChannel(SnowflakeGenerator ids, Clock clock, Groups groups) {
        this.ids = ids;
        this.clock = clock;
        this.groups = groups;
    }

    @Override
    public Operation operation() {
        return UserOperations.CREATE_PRIVATE_CHANNEL;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        Recipients recipients = Recipients.of(call.body());
        return recipients.isGroup() && !user.isBot()
                ? Reply.json(begin(user, recipients.several(), changes))
                : open(user, recipients.one(), changes);
    }

    /** A group of the caller and some friends. */
    private ObjectNode begin(UserState user, List<Long> friends, Changes changes) {
        SequencedMap<Long, User> members = new LinkedHashMap<>();
        members.put(user.id(), user.user());
        for (long friend : friends) {
            members.put(friend, groups.friend(user.id(), friend, user.context().storage()));
        }
        RowView row = groups.begin(members, user.context().storage(), changes);
        friends.forEach(friend -> Groups.show(row, members, friend, changes));
        ObjectNode channel = PrivateChannelPayloads.of(row, members, user.id());
        ShowPrivateChannel.show(user, row.get(PrivateChannels.CHANNEL_ID), 0, channel, changes);
        return channel;
    }

    private Reply open(UserState user, long recipientId, Changes changes) {
        StorageFacade storage = user.context().storage();
        User recipient = storage.row(Users.TABLE, recipientId)
                .filter(row -> recipientId != user.id() && !row.get(Users.DELETED, false))
                .map(User::from)
                .orElseThrow(() -> ApiException.of(ErrorCode.INVALID_RECIPIENTS));
        boolean toBot = Boolean.TRUE.equals(recipient.bot());
        CommonGuilds guilds = new CommonGuilds(storage, clock);
        boolean strangers = user.isBot()
                ? guilds.find(recipientId, user.id(), recipientId, false).isEmpty()
                : !guilds.areFriends(user.id(), recipientId)
                        && guilds.find(user.id(), recipientId, recipientId, !toBot)
                                .isEmpty();
        if (strangers || (user.isBot() && toBot)) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER);
        }
        long channelId = claim(storage, user.id(), recipientId);
        RowView row = storage.row(PrivateChannels.TABLE, channelId)
                .map(found -> LastMessages.upToDate(found, storage))
                .orElseGet(() -> create(user.id(), recipientId, channelId, changes));
        SequencedMap<Long, User> participants = new LinkedHashMap<>();
        participants.put(user.id(), user.user());
        participants.put(recipientId, recipient);
        JsonNode channel = PrivateChannelPayloads.of(row, participants, user.id());
        if (!user.privateChannels().contains(channelId)) {
            ShowPrivateChannel.show(user, channelId, recipientId, channel, changes);
        }
        return Reply.json(channel);
    }

    /** The id of the channel of these two, made now when they have none. */
    private long claim(StorageFacade storage, long one, long other) {
        long low = Math.min(one, other);
        long high = Math.max(one, other);
        Optional<Long> known = find(storage, low, high);
        if (known.isPresent()) {
            return known.get();
        }
        long id = ids.next();
        boolean first = storage.writeIfAbsent(Write.to(PrivateChannelPairs.TABLE, low, high)
                .set(PrivateChannelPairs.CHANNEL_ID, id)
                .ifAbsent()
                .build());
        return first ? id : find(storage, low, high).orElseThrow(ApiException::unavailable);
    }

    private static Optional<Long> find(StorageFacade storage, long low, long high) {
        return storage.row(PrivateChannelPairs.TABLE, low, high).map(row -> row.get(PrivateChannelPairs.CHANNEL_ID));
    }

    private static RowView create(long one, long other, long channelId, Changes changes) {
        long type = ChannelType.DM.number();
        List<Long> recipients = List.of(Math.min(one, other), Math.max(one, other));
        changes.write(Write.to(PrivateChannels.TABLE, channelId)
                .set(PrivateChannels.TYPE, type)
                .set(PrivateChannels.RECIPIENTS, recipients)
                .build());
        changes.write(Write.to(ChannelOwners.TABLE, channelId)
                .set(ChannelOwners.GUILD_ID, 0L)
                .set(ChannelOwners.TYPE, type)
                .build());
        RowView row = Rows.create(PrivateChannels.TABLE, channelId);
        return Rows.with(row, PrivateChannels.TYPE, type);
    }
}
