package io.guildhall.standalone.moving;

import com.google.protobuf.ByteString;
import io.guildhall.guild.channel.ChannelFields;
import io.guildhall.guild.role.RoleFields;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Roles;
import io.guildhall.model.table.catalogue.Threads;
import io.guildhall.model.table.catalogue.UserGuilds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of the guild itself: what it consists of, and who is in it. */
record GuildRows(Survey survey, People people) {
    private static final long AFK_TIMEOUT = 300;
    private static final long ARCHIVED_AFTER_MINUTES = 10_080;

    List<Mutation> roles() {
        List<Mutation> rows = new ArrayList<>();
        rows.add(cells(RoleFields.everyone(guild())));
        List<Role> ranked = survey.roles().values().stream()
                .sorted(Comparator.comparingInt(Role::position).thenComparingLong(Role::id))
                .toList();
        for (Role role : ranked) {
            RowView row = RoleFields.created(guild(), role.id(), rows.size());
            row = Rows.with(row, Roles.NAME, role.name());
            row = Rows.with(row, Roles.COLOR, role.color());
            rows.add(cells(Rows.with(row, Roles.PERMISSIONS, 0L)));
        }
        return rows;
    }

    List<Mutation> channel(Channel channel, int position) {
        List<Mutation> rows = new ArrayList<>(channel.type().thread() ? thread(channel) : place(channel, position));
        rows.add(Write.to(ChannelOwners.TABLE, channel.id())
                .set(ChannelOwners.GUILD_ID, guild())
                .set(ChannelOwners.TYPE, (long) channel.type().number())
                .build());
        channel.buckets()
                .forEach((bucket, first) -> rows.add(Write.to(MessageBuckets.TABLE, channel.id(), bucket)
                        .set(MessageBuckets.FIRST_MESSAGE_ID, first)
                        .build()));
        return rows;
    }

    private List<Mutation> place(Channel channel, int position) {
        RowView row =
                ChannelFields.created(guild(), channel.id(), channel.type().number(), position);
        row = Rows.with(row, Channels.NAME, channel.name());
        row = Rows.with(row, Channels.TOPIC, channel.topic().isEmpty() ? null : channel.topic());
        row = Rows.with(
                row,
                Channels.PARENT_ID,
                channel.parent().map(Channel.Parent::id).orElse(null));
        row = Rows.with(row, Channels.LAST_MESSAGE_ID, channel.last());
        return List.of(cells(Rows.with(row, Channels.LAST_PIN_AT, channel.lastPin())));
    }

    /** As one that was archived after its last message: it comes back when somebody writes in it. */
    private List<Mutation> thread(Channel thread) {
        long parent = thread.parent().orElseThrow().id();
        long archived = Snowflake.timestamp(thread.last() == null ? thread.id() : thread.last());
        boolean hidden = thread.type() == ChannelType.PRIVATE_THREAD;
        Mutation whole = Write.to(ArchivedThreads.TABLE, guild(), thread.id())
                .set(Threads.PARENT_ID, parent)
                .set(Threads.TYPE, (long) thread.type().number())
                .set(Threads.NAME, thread.name())
                .set(Threads.OWNER_ID, people.here(thread.firstAuthor()))
                .set(Threads.CREATED_AT, Snowflake.timestamp(thread.id()))
                .set(Threads.ARCHIVED, true)
                .set(Threads.ARCHIVED_AT, archived)
                .set(Threads.AUTO_ARCHIVE_DURATION, ARCHIVED_AFTER_MINUTES)
                .set(Threads.LAST_MESSAGE_ID, thread.last())
                .set(Threads.LAST_PIN_AT, thread.lastPin())
                .set(Threads.MESSAGE_COUNT, thread.messages())
                .set(Threads.TOTAL_MESSAGE_SENT, thread.messages())
                .set(Threads.MEMBERS, ByteString.EMPTY)
                .build();
        Mutation listed = Write.to(
                        ArchivedThreadLists.TABLE,
                        parent,
                        hidden ? ArchivedThreadLists.PRIVATE : ArchivedThreadLists.PUBLIC,
                        archived,
                        thread.id())
                .set(ArchivedThreadLists.GUILD_ID, guild())
                .set(ArchivedThreadLists.NAME, thread.name())
                .set(ArchivedThreadLists.LAST_MESSAGE_ID, thread.last())
                .build();
        return List.of(whole, listed);
    }

    List<Mutation> person(Person person) {
        List<Mutation> rows =
                new ArrayList<>(member(person.user(), person.id(), person.nick(), person.roles(), person.since()));
        rows.add(cells(person.account()));
        return rows;
    }

    /** The guild itself and whose it is: from then on it is there. */
    List<Mutation> guild(User owner, long ownerId, long now) {
        List<Mutation> rows = new ArrayList<>(member(owner, ownerId, "", List.of(), now));
        rows.add(Write.to(Guilds.TABLE, guild())
                .set(Guilds.NAME, survey.guildName())
                .set(Guilds.OWNER_ID, ownerId)
                .set(Guilds.AFK_TIMEOUT, AFK_TIMEOUT)
                .set(Guilds.PREFERRED_LOCALE, "en-US")
                .set(Guilds.MEMBER_COUNT, people.count() + 1L)
                .build());
        return rows;
    }

    private List<Mutation> member(User user, long id, String nick, List<Long> roles, long since) {
        RowView row = GuildMember.joined(guild(), user, id, roles, since).row();
        if (!nick.isEmpty()) {
            row = Rows.with(row, Members.NICK, nick);
        }
        return List.of(
                cells(row),
                Write.to(UserGuilds.TABLE, id, guild())
                        .set(UserGuilds.JOINED_AT, since)
                        .build());
    }

    private long guild() {
        return survey.guildId();
    }

    /** All cells of a row that shows no pictures. */
    private static Mutation cells(RowView row) {
        List<Column<?>> columns = row.table().columns();
        Object[] key =
                columns.stream().limit(row.table().keyColumns()).map(row::get).toArray();
        Write write = Write.to(row.table(), key);
        columns.stream().skip(key.length).filter(row::has).forEach(column -> set(write, column, row));
        return write.build();
    }

    private static <T> void set(Write write, Column<T> column, RowView row) {
        write.set(column, row.get(column));
    }
}
