package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.guild.collection.Once;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.ThreadChannel;
import io.guildhall.model.payload.ThreadMember;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import io.guildhall.model.table.catalogue.Threads;
import java.util.Optional;

/**
 * A thread: its row, with what permission checks need. It never changes.
 *
 * @param row of {@link Threads} while it is active, of {@link ArchivedThreads} afterwards
 * @param serialised its JSON
 */
public record GuildThread(
        RowView row, long id, ChannelType type, long parentId, ThreadRoster members, Once<ByteString> serialised) {
    /** The flag of a post that stands above the others and is not archived. */
    public static final long PINNED = 1 << 1;

    private static final long MINUTE_MILLIS = 60_000;

    public static GuildThread of(RowView row) {
        return of(row, ThreadRoster.unpacked(row.get(Threads.MEMBERS)));
    }

    private static GuildThread of(RowView row, ThreadRoster members) {
        return new GuildThread(
                row,
                row.get(Threads.THREAD_ID),
                ChannelType.of(row.get(Threads.TYPE, 0L).intValue()),
                row.get(Threads.PARENT_ID, 0L),
                members,
                new Once<>(() -> Json.bytes(ThreadChannel.from(row, members.size()))));
    }

    /** The same thread with another value in one column; of members there is {@link #with(ThreadRoster)}. */
    public <T> GuildThread with(Column<T> column, T value) {
        return of(Rows.with(row, column, value), members);
    }

    /** The same thread with what else its row holds now. */
    public GuildThread with(RowView changed) {
        return of(changed, members);
    }

    GuildThread with(ThreadRoster next) {
        return of(Rows.with(row, Threads.MEMBERS, next.packed()), next);
    }

    /** The same row in the table where it belongs while it is archived, or while it is not. */
    GuildThread moved(boolean toArchive) {
        return of(new RowView(toArchive ? ArchivedThreads.TABLE : Threads.TABLE, row.row()), members);
    }

    public boolean archived() {
        return row.get(Threads.ARCHIVED, false);
    }

    public boolean locked() {
        return row.get(Threads.LOCKED, false);
    }

    /** Only its members and those who manage threads see a private one. */
    public boolean closed() {
        return type == ChannelType.PRIVATE_THREAD;
    }

    public boolean pinned() {
        return (row.get(Threads.FLAGS, 0L) & PINNED) != 0;
    }

    /** True when members who do not manage threads may bring others in. */
    public boolean invitable() {
        return !closed() || row.get(Threads.INVITABLE, true);
    }

    public String name() {
        return row.get(Threads.NAME, "");
    }

    /** Who began it. */
    public long ownerId() {
        return row.get(Threads.OWNER_ID, 0L);
    }

    /** Seconds between two messages of one member. */
    public long slowmode() {
        return row.get(Threads.RATE_LIMIT_PER_USER, 0L);
    }

    /** 0 when it has no message. */
    public long lastMessageId() {
        return row.get(Threads.LAST_MESSAGE_ID, 0L);
    }

    /** When it is archived if nothing happens in it until then, in ms since 1970. */
    public long archivedAfter() {
        if (pinned()) {
            return Long.MAX_VALUE;
        }
        long active = Math.max(row.get(Threads.ARCHIVED_AT, 0L), Snowflake.timestamp(lastMessageId()));
        return active + row.get(Threads.AUTO_ARCHIVE_DURATION, 0L) * MINUTE_MILLIS;
    }

    /** Whether the member is in it. Who left the guild and came back is in no thread of before. */
    public boolean joinedBy(GuildMember member) {
        return members.contains(member.id()) && members.joinedAt(member.id()) >= member.joinedAt();
    }

    public ThreadChannel payload() {
        return ThreadChannel.from(row, members.size());
    }

    /** As this member sees it: with what it is there, if it is in it. */
    public ThreadChannel payload(GuildMember reader) {
        return joinedBy(reader) ? payload().with(memberPayload(reader.id())) : payload();
    }

    /** Somebody who is in it. */
    public ThreadMember memberPayload(long userId) {
        return new ThreadMember(
                Snowflake.format(id), Snowflake.format(userId), Json.timestamp(members.joinedAt(userId)), 0, null);
    }

    /** {@link #payload()}, serialised once. */
    public ByteString bytes() {
        return serialised.get();
    }

    /** {@link #payload(GuildMember)}, serialised. */
    public ByteString bytes(GuildMember reader) {
        return joinedBy(reader) ? JsonParts.with(bytes(), "member", Json.bytes(memberPayload(reader.id()))) : bytes();
    }

    /** The member's object, when it is in it. */
    public Optional<ThreadMember> find(GuildMember member) {
        return joinedBy(member) ? Optional.of(memberPayload(member.id())) : Optional.empty();
    }
}
