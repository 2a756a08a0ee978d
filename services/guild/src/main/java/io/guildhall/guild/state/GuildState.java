package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Reversible;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.guild.presence.Presences;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Threads;
import io.guildhall.model.table.catalogue.Users;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One guild in memory, now. Only the guild's actor touches it; others get a {@link #snapshot}. Change it through
 * {@link GuildEdits}, which also writes and tells.
 */
public final class GuildState implements GuildView, Reversible<GuildSnapshot> {
    private final ActorContext context;
    private final Clock clock;
    private final AttachmentLinks links;
    private GuildContents contents;
    /** About whoever calls, while a call is answered. */
    private Doubt doubt = Doubt.NONE;

    GuildState(ActorContext context, Clock clock, AttachmentLinks links) {
        this.context = context;
        this.clock = clock;
        this.links = links;
        this.contents = GuildContents.empty(context.key().getId(), Presences.none(), VoiceStates.none());
    }

    @Override
    public GuildContents contents() {
        return contents;
    }

    @Override
    public GuildPermissions permissions() {
        return new GuildPermissions(this, doubt);
    }

    /**
     * Answers a person's call. Where the guild asks moderators for a second factor, somebody without one has no permissions of the kind as long as
     * it lasts.
     */
    public <T> T calledBy(long person, Supplier<T> answer) {
        if (!exists() || row().get(Guilds.MFA_LEVEL, 0L) == 0) {
            return answer.get();
        }
        doubt = Doubt.about(person, user -> storage()
                .row(Users.TABLE, user)
                .filter(row -> row.get(Users.MFA_ENABLED, false))
                .isPresent());
        try {
            return answer.get();
        } finally {
            doubt = Doubt.NONE;
        }
    }

    @Override
    public long now() {
        return clock.millis();
    }

    Clock clock() {
        return clock;
    }

    /** The guild as it is at this moment, for any thread. Costs nothing. */
    @Override
    public GuildSnapshot snapshot() {
        return new GuildSnapshot(contents, clock);
    }

    @Override
    public void restore(GuildSnapshot snapshot) {
        contents = snapshot.contents();
    }

    /** Reads of the store, which show what the guild has changed, whether or not that is written by now. */
    public StorageFacade storage() {
        return context.storage();
    }

    /** A thread, whether it is active or has to be looked for among the archived ones. What stood in a deleted channel is none. */
    public Optional<GuildThread> thread(long threadId) {
        return threads().byId().find(threadId).or(() -> storage()
                .row(ArchivedThreads.TABLE, id(), threadId)
                .filter(row -> findChannel(row.get(Threads.PARENT_ID)).isPresent())
                .map(GuildThread::of));
    }

    public ActorContext context() {
        return context;
    }

    /** Gives out addresses of attachments. */
    public AttachmentLinks links() {
        return links;
    }

    public Audience audience() {
        return context.audience();
    }

    /** A part of the state that is loaded when it is first needed. It never changes: see {@link #putPart}. */
    public <T> T part(Class<T> type, Function<GuildState, T> load) {
        Object part = contents.parts().get(type);
        if (part == null) {
            part = load.apply(this);
            putPart(part);
        }
        return type.cast(part);
    }

    /** Replaces the part of this class. */
    public void putPart(Object part) {
        contents = contents.withPart(part);
    }

    /** The part of this class, if there is one. */
    public <T> Optional<T> findPart(Class<T> type) {
        return Optional.ofNullable(contents.parts().get(type)).map(type::cast);
    }

    public void removePart(Class<?> type) {
        contents = contents.withoutPart(type);
    }

    /** @param userId whose presence is another */
    public void put(Presences next, long userId) {
        contents = contents.with(next);
        changed(userId);
    }

    public void put(VoiceStates next) {
        contents = contents.with(next);
    }

    /** The guild is kept from being used, or no longer; nobody is told by this. */
    public void suspended(RowView next) {
        setRow(next);
    }

    /** All sessions are gone at once. */
    public void nobodyIsHere() {
        contents = contents.with(Presences.none());
    }

    void setRow(RowView next) {
        contents = contents.with(next);
    }

    void clear() {
        contents = GuildContents.empty(id(), presences(), voice());
    }

    void put(GuildChannel channel) {
        contents = contents.with(contents.channels().with(channel));
    }

    void removeChannel(long channelId) {
        contents = contents.with(contents.channels().without(channelId));
    }

    void put(GuildThread thread) {
        GuildThread before = threads().byId().get(thread.id());
        contents = contents.with(contents.threads().with(thread));
        watched(watched -> watched.noticed(before, thread));
    }

    void removeThread(long threadId) {
        contents = contents.with(contents.threads().without(threadId));
        watched(watched -> watched.gone(threadId));
    }

    void put(GuildRole role) {
        contents = contents.with(contents.roles().with(role));
    }

    void removeRole(long roleId) {
        contents = contents.with(contents.roles().without(roleId));
    }

    void put(GuildExpressions next) {
        contents = contents.with(next);
    }

    void put(GuildMember member) {
        contents = contents.with(contents.members().with(member));
        changed(member.id());
    }

    void put(MemberTable members) {
        contents = contents.with(members);
    }

    void removeMember(long userId) {
        contents = contents.with(contents.members().without(userId));
        changed(userId);
    }

    private void changed(long userId) {
        findPart(ChangedUsers.class).ifPresent(watched -> putPart(watched.with(userId)));
        watched(watched -> watched.noticed(userId, threads()));
    }

    private void watched(UnaryOperator<WatchedThreads> change) {
        WatchedThreads before = (WatchedThreads) contents.parts().get(WatchedThreads.class);
        WatchedThreads after = before == null ? null : change.apply(before);
        if (after != before) {
            putPart(after);
        }
    }
}
