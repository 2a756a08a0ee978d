package io.guildhall.guild.privatechannel;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.PrivateChannelPayloads;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.PrivateChannels;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;

/** What holds for all groups of people: how they begin, how many belong to one, and who may be brought into one. */
@Singleton
final class Groups {
    /** With the owner. */
    static final int MOST = 10;

    /** That one person belongs to: friends bring each other in unasked, and everything on a list is told whenever a client connects. */
    static final int MOST_OF_ONE = 100;

    private final SnowflakeGenerator ids;
    private final Clock clock;

    Groups(SnowflakeGenerator ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Somebody whom this person may bring into a group: a friend.
     *
     * @throws ApiException 50033 for everybody else
     */
    User friend(long person, long friend, StorageFacade storage) {
        return storage.row(Users.TABLE, friend)
                .filter(row -> !row.get(Users.BOT, false) && !row.get(Users.DELETED, false))
                .filter(row -> new CommonGuilds(storage, clock).areFriends(person, friend))
                .map(User::from)
                .orElseThrow(() -> ApiException.of(ErrorCode.INVALID_RECIPIENTS));
    }

    /**
     * Begins a group. Nobody has it on the list yet.
     *
     * @param members all of them, whoever begins it first
     * @return its row
     * @throws ApiException 30004 when there are too many, 30011 when one of them belongs to as many groups as anybody may
     */
    RowView begin(SequencedMap<Long, User> members, StorageFacade storage, Changes changes) {
        if (members.size() > MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_RECIPIENTS_REACHED);
        }
        requireRoom(members.keySet(), storage);
        long channelId = ids.next();
        long type = ChannelType.GROUP_DM.number();
        RowView row = Rows.create(PrivateChannels.TABLE, channelId);
        row = Rows.with(row, PrivateChannels.TYPE, type);
        row = Rows.with(row, PrivateChannels.RECIPIENTS, List.copyOf(members.keySet()));
        row = Rows.with(row, PrivateChannels.OWNER_ID, members.firstEntry().getKey());
        Rows.save(null, row, changes);
        changes.write(Write.to(ChannelOwners.TABLE, channelId)
                .set(ChannelOwners.GUILD_ID, 0L)
                .set(ChannelOwners.TYPE, type)
                .build());
        return row;
    }

    /**
     * Refuses to bring anybody into one group too many, as their actors last counted; {@link ShowPrivateChannel} counts again.
     *
     * @throws ApiException 30011
     */
    static void requireRoom(Collection<Long> members, StorageFacade storage) {
        if (SideBySide.map(List.copyOf(members), member -> isFull(member, storage))
                .contains(true)) {
            throw ApiException.of(
                    ErrorCode.MAXIMUM_NUMBER_OF_GROUP_DMS_REACHED,
                    "Maximum number of group DMs reached (%d)".formatted(MOST_OF_ONE));
        }
    }

    private static boolean isFull(long member, StorageFacade storage) {
        return storage.row(Users.TABLE, member)
                .filter(row -> row.get(Users.GROUP_COUNT, 0L) >= MOST_OF_ONE)
                .isPresent();
    }

    /** Writes to how many groups this user belongs now, for those who bring others into theirs. */
    static void noteCount(UserState user, Changes changes) {
        RowView counted = Rows.with(user.account(), Users.GROUP_COUNT, (long) user.groupCount());
        Rows.save(user.account(), counted, changes);
        user.replace(counted, user.application().orElse(null));
    }

    /** Puts a group on the list of one of its members, by the member's actor. */
    static void show(RowView group, SequencedMap<Long, User> members, long member, Changes changes) {
        changes.step(
                PrivatePlace.actor(member),
                ShowPrivateChannel.STEP,
                ShowPrivateChannel.body(0, PrivateChannelPayloads.of(group, members, member)));
    }
}
