package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.JoinedArchivedThreads;
import io.guildhall.model.table.catalogue.Threads;
import java.util.List;
import java.util.Optional;

/** Changes a guild's threads everywhere at once: in memory while they are active, in the store, and in events. */
public record ThreadEdits(GuildState guild, Changes changes) {
    /** A new thread with nobody in it. */
    public void create(GuildThread thread) {
        requireRoom();
        guild.put(thread);
        changes.write(Rows.write(thread.row()));
        changes.write(Write.to(ChannelOwners.TABLE, thread.id())
                .set(ChannelOwners.GUILD_ID, guild.id())
                .set(ChannelOwners.TYPE, (long) thread.type().number())
                .build());
        changes.event(new ThreadEvents(guild)
                .about(
                        DispatchEvent.THREAD_CREATE,
                        thread,
                        JsonParts.with(thread.bytes(), "newly_created", Json.bytes(true)))
                .build());
    }

    /** A thread whose properties changed; it may have been archived or brought back by that. */
    public GuildThread save(GuildThread before, GuildThread changed) {
        if (before.row().row().equals(changed.row().row())) {
            return before;
        }
        if (before.archived() == changed.archived()) {
            saveQuietly(before, changed);
            tellUpdate(changed);
            return changed;
        }
        GuildThread after = changed.archived() ? archived(changed) : revived(before, changed);
        tellUpdate(after);
        if (!after.archived()) {
            tellMembers(after);
        }
        return after;
    }

    /** A thread's bookkeeping, such as its last message: written, but no event of its own. */
    public void saveQuietly(GuildThread before, GuildThread after) {
        if (!after.archived()) {
            guild.put(after);
        }
        changes.write(Rows.write(before.row(), after.row()));
    }

    /** @param at when, in ms since 1970: archived threads are listed by it */
    public GuildThread archive(GuildThread thread, long at) {
        return save(thread, archiving(thread, at));
    }

    /** As it is once it is archived. */
    public static GuildThread archiving(GuildThread thread, long now) {
        RowView row = Rows.with(thread.row(), Threads.ARCHIVED, true);
        row = Rows.with(row, Threads.ARCHIVED_AT, now);
        return thread.with(Rows.with(row, Threads.FLAGS, row.get(Threads.FLAGS, 0L) & ~GuildThread.PINNED));
    }

    /** As it is once it is active again. */
    public static GuildThread reviving(GuildThread thread, long now) {
        return thread.with(Rows.with(Rows.with(thread.row(), Threads.ARCHIVED, false), Threads.ARCHIVED_AT, now));
    }

    /** A thread and everything that leads to it; nobody is told. Its messages are somebody else's to remove. */
    public void forget(GuildThread thread) {
        guild.removeThread(thread.id());
        Rows.delete(thread.row(), changes);
        changes.write(Write.delete(ChannelOwners.TABLE, thread.id()));
        if (thread.archived()) {
            unlist(thread);
        }
    }

    public void delete(GuildThread thread) {
        forget(thread);
        ObjectNode payload = Json.object()
                .put("id", Snowflake.format(thread.id()))
                .put("guild_id", Snowflake.format(guild.id()))
                .put("parent_id", Snowflake.format(thread.parentId()))
                .put("type", thread.type().number());
        changes.event(new ThreadEvents(guild)
                .about(DispatchEvent.THREAD_DELETE, thread, payload)
                .build());
    }

    /** Those of the users who are not in the thread come in, as long as there is room; who was let in learns of the thread. */
    public GuildThread add(GuildThread thread, List<GuildMember> newcomers) {
        ThreadRoster roster = thread.members();
        for (GuildMember newcomer : newcomers) {
            if (!thread.joinedBy(newcomer) && roster.size() < ThreadRoster.MOST) {
                roster = roster.without(newcomer.id()).with(newcomer.id(), guild.now());
            }
        }
        if (roster == thread.members()) {
            return thread;
        }
        GuildThread after = thread.with(roster);
        saveQuietly(thread, after);
        new ThreadEvents(guild).came(thread, after, newcomers).forEach(changes::event);
        return after;
    }

    public GuildThread remove(GuildThread thread, long userId) {
        return thread.members().contains(userId) ? removeAll(thread, List.of(userId)) : thread;
    }

    /** @param users all of them in the thread */
    GuildThread removeAll(GuildThread thread, List<Long> users) {
        ThreadRoster roster = thread.members();
        for (long user : users) {
            roster = roster.without(user);
        }
        GuildThread after = thread.with(roster);
        saveQuietly(thread, after);
        changes.event(new ThreadEvents(guild).left(after, users));
        return after;
    }

    private GuildThread archived(GuildThread thread) {
        GuildThread after = thread.moved(true);
        guild.removeThread(thread.id());
        changes.write(Write.delete(Threads.TABLE, guild.id(), thread.id()));
        changes.write(Rows.write(after.row()));
        changes.write(Write.to(ArchivedThreadLists.TABLE, listed(after))
                .set(ArchivedThreadLists.GUILD_ID, guild.id())
                .set(ArchivedThreadLists.NAME, after.name())
                .set(ArchivedThreadLists.APPLIED_TAGS, after.row().get(Threads.APPLIED_TAGS))
                .set(ArchivedThreadLists.LAST_MESSAGE_ID, after.row().get(Threads.LAST_MESSAGE_ID))
                .build());
        if (after.closed()) {
            after.members()
                    .list()
                    .forEach(user ->
                            changes.write(Write.to(JoinedArchivedThreads.TABLE, after.parentId(), user, after.id())
                                    .set(JoinedArchivedThreads.GUILD_ID, guild.id())
                                    .build()));
        }
        return after;
    }

    /** Back in the guild's memory, with those of its members who are still there. */
    private GuildThread revived(GuildThread before, GuildThread thread) {
        requireRoom();
        Rows.delete(before.row(), changes);
        unlist(before);
        ThreadRoster still = thread.members();
        for (long user : thread.members().users()) {
            Optional<GuildMember> member = guild.findMember(user);
            still = member.isPresent() && thread.joinedBy(member.get()) ? still : still.without(user);
        }
        GuildThread after = thread.moved(false).with(still);
        guild.put(after);
        changes.write(Rows.write(after.row()));
        return after;
    }

    private void unlist(GuildThread archived) {
        changes.write(Write.delete(ArchivedThreadLists.TABLE, listed(archived)));
        if (archived.closed()) {
            archived.members()
                    .list()
                    .forEach(user -> changes.write(
                            Write.delete(JoinedArchivedThreads.TABLE, archived.parentId(), user, archived.id())));
        }
    }

    private static Object[] listed(GuildThread thread) {
        long kind = thread.closed() ? ArchivedThreadLists.PRIVATE : ArchivedThreadLists.PUBLIC;
        return new Object[] {thread.parentId(), kind, thread.row().get(Threads.ARCHIVED_AT, 0L), thread.id()};
    }

    private void requireRoom() {
        if (guild.threads().byId().size() >= ThreadList.MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_ACTIVE_THREADS);
        }
    }

    private void tellUpdate(GuildThread thread) {
        changes.event(new ThreadEvents(guild)
                .about(DispatchEvent.THREAD_UPDATE, thread, thread.bytes())
                .build());
    }

    /** Clients forget archived threads, and with them that they are in one. */
    private void tellMembers(GuildThread thread) {
        thread.members().list().stream()
                .filter(user -> !guild.audience().sessionsOf(user).isEmpty())
                .forEach(user -> changes.event(new ThreadEvents(guild).own(thread, user)));
    }
}
