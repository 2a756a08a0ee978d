package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.guild.collection.Once;
import io.guildhall.model.payload.Channel;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.Overwrites;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * A channel of a guild in memory: its row, with what every permission check needs worked out.
 *
 * @param weight bytes of its JSON, as they were when anything but bookkeeping last changed
 * @param notedMessageId the last message as the stored row names it, which {@link LastMessages} brings up to date; 0 when it names
 *     none, or when that is not known
 * @param hidden what those are told who do not see it, serialised once
 * @param gone overwrites of deleted roles that the stored row still has, until a {@link RoleSweep} comes by; nothing else shows them
 */
public record GuildChannel(
        RowView row,
        long id,
        ChannelType type,
        List<PermissionOverwrite> overwriteList,
        Overwrites overwrites,
        int weight,
        long notedMessageId,
        Once<ByteString> serialised,
        Once<ByteString> hidden,
        List<PermissionOverwrite> gone) {

    public static GuildChannel of(RowView row) {
        ByteString json = Json.bytes(Channel.from(row));
        List<PermissionOverwrite> list =
                Json.readList(row.get(Channels.OVERWRITES, ByteString.EMPTY), PermissionOverwrite.class);
        return new GuildChannel(
                row,
                row.get(Channels.CHANNEL_ID),
                ChannelType.of(row.get(Channels.TYPE, 0L).intValue()),
                list,
                Overwrites.of(
                        row.get(Channels.GUILD_ID),
                        list.stream().map(PermissionOverwrite::toEntry).toList()),
                json.size(),
                0,
                new Once<>(() -> json),
                HiddenChannel.of(row),
                List.of());
    }

    /** The same channel with another value in one column; what is worked out from other columns stays. */
    public <T> GuildChannel with(Column<T> column, T value) {
        RowView changed = Rows.with(row, column, value);
        boolean workedOut = column == Channels.OVERWRITES || column == Channels.TYPE;
        return workedOut
                ? of(changed).keeping(gone)
                : new GuildChannel(
                        changed,
                        id,
                        type,
                        overwriteList,
                        overwrites,
                        weight,
                        notedMessageId,
                        new Once<>(() -> Json.bytes(Channel.from(changed))),
                        HiddenChannel.shows(column) ? HiddenChannel.of(changed) : hidden,
                        gone);
    }

    /** The same channel, of which the stored row names this message as the last one. */
    GuildChannel noted(long messageId) {
        return new GuildChannel(row, id, type, overwriteList, overwrites, weight, messageId, serialised, hidden, gone);
    }

    public GuildChannel withOverwrites(List<PermissionOverwrite> list) {
        return of(Rows.with(row, Channels.OVERWRITES, Json.bytes(list))).keeping(gone);
    }

    /** The same channel, of which the stored row has these too. */
    GuildChannel keeping(List<PermissionOverwrite> more) {
        return new GuildChannel(
                row,
                id,
                type,
                overwriteList,
                overwrites,
                weight,
                notedMessageId,
                serialised,
                hidden,
                List.copyOf(more));
    }

    /** The same channel when these roles are gone. The stored row stays as it is. */
    GuildChannel losing(LongPredicate roles) {
        List<PermissionOverwrite> lost = overwriteList.stream()
                .filter(overwrite -> isOf(roles, overwrite))
                .toList();
        if (lost.isEmpty()) {
            return this;
        }
        List<PermissionOverwrite> left = overwriteList.stream()
                .filter(overwrite -> !isOf(roles, overwrite))
                .toList();
        return withOverwrites(left)
                .noted(notedMessageId)
                .keeping(Stream.concat(gone.stream(), lost.stream()).toList());
    }

    /** Whether the stored row still has something of these roles, which are gone. */
    boolean names(LongPredicate roles) {
        return gone.stream().anyMatch(overwrite -> isOf(roles, overwrite));
    }

    /** The same channel, of which the stored row has nothing more of these roles, which are gone. */
    GuildChannel swept(LongPredicate roles) {
        return keeping(
                gone.stream().filter(overwrite -> !isOf(roles, overwrite)).toList());
    }

    /** As it was while these roles were there. */
    GuildChannel before(LongPredicate roles) {
        return withOverwrites(
                Stream.concat(overwriteList.stream(), gone.stream().filter(overwrite -> isOf(roles, overwrite)))
                        .toList());
    }

    /** As it is stored. */
    RowView storedRow() {
        return gone.isEmpty()
                ? row
                : Rows.with(
                        row,
                        Channels.OVERWRITES,
                        Json.bytes(Stream.concat(overwriteList.stream(), gone.stream())
                                .toList()));
    }

    private static boolean isOf(LongPredicate roles, PermissionOverwrite overwrite) {
        Overwrites.Entry entry = overwrite.toEntry();
        return !entry.member() && roles.test(entry.id());
    }

    public String name() {
        return row.get(Channels.NAME, "");
    }

    /** 0 when it is in no category. */
    public long parentId() {
        return row.get(Channels.PARENT_ID, 0L);
    }

    public long position() {
        return row.get(Channels.POSITION, 0L);
    }

    /** 0 when it never had a message. */
    public long lastMessageId() {
        return row.get(Channels.LAST_MESSAGE_ID, 0L);
    }

    /** Seconds between two messages of one member. */
    public long slowmode() {
        return row.get(Channels.RATE_LIMIT_PER_USER, 0L);
    }

    public Channel payload() {
        return Channel.from(row);
    }

    /** {@link #payload}, serialised once. */
    public ByteString bytes() {
        return serialised.get();
    }

    /** What those are told who do not see the channel. */
    public ByteString hiddenBytes() {
        return hidden.get();
    }
}
