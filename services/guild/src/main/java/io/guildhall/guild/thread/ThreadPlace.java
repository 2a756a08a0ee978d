package io.guildhall.guild.thread;

import io.guildhall.guild.call.Place;
import io.guildhall.guild.call.Surroundings;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.message.MessageType;
import io.guildhall.guild.state.GuildExpressions;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadEdits;
import io.guildhall.guild.state.ThreadEvents;
import io.guildhall.guild.state.VerificationLevel;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Member;
import io.guildhall.model.payload.User;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Threads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * A thread as a place for messages. A message brings an archived thread back, and its author and whoever it mentions into the
 * thread. The first message of a thread, which has the thread's id or only points at another one, does not count.
 */
public final class ThreadPlace implements Place {
    private final GuildState guild;
    private final GuildThread given;
    private final GuildPlace around;

    /** @param given as it is at the beginning of the command */
    public ThreadPlace(GuildState guild, GuildThread given) {
        this(guild, given, 0);
    }

    /** @param webhookId the webhook that writes here, which may do what everybody may; 0 when a member does */
    public ThreadPlace(GuildState guild, GuildThread given, long webhookId) {
        this.guild = guild;
        this.given = given;
        this.around = new GuildPlace(guild, given.id(), webhookId);
    }

    public GuildState guild() {
        return guild;
    }

    /** As it is by now. */
    public GuildThread thread() {
        return guild.threads().byId().find(given.id()).orElse(given);
    }

    @Override
    public long channelId() {
        return given.id();
    }

    @Override
    public long settingChannelId() {
        return given.parentId();
    }

    @Override
    public ChannelType type() {
        return given.type();
    }

    @Override
    public boolean isAgeRestricted() {
        return new GuildPlace(guild, given.parentId()).isAgeRestricted();
    }

    @Override
    public OptionalLong guildId() {
        return around.guildId();
    }

    @Override
    public long permissions(long userId) {
        if (userId == around.webhookId() && userId != 0) {
            return guild.permissions().ofEveryone(thread());
        }
        return guild.findMember(userId)
                .map(member -> guild.permissions().of(member, thread()))
                .orElse(Permission.NONE);
    }

    @Override
    public boolean isLockedFor(long userId) {
        return thread().locked() && !Permission.MANAGE_THREADS.in(permissions(userId));
    }

    @Override
    public boolean maySpeak(long userId) {
        return Place.super.maySpeak(userId)
                && guild.findMember(userId)
                        .filter(member -> VerificationLevel.lets(guild, member))
                        .isPresent();
    }

    @Override
    public void require(long userId, Permission needed) {
        guild.permissions().require(guild.member(userId), thread(), needed);
    }

    @Override
    public Optional<User> findUser(long userId) {
        return around.findUser(userId);
    }

    @Override
    public Optional<Member> findMember(long userId) {
        return around.findMember(userId);
    }

    @Override
    public LongFunction<Optional<Member>> members() {
        return around.members();
    }

    @Override
    public List<Long> applications() {
        return around.applications();
    }

    @Override
    public long lastMessageId() {
        return thread().lastMessageId();
    }

    @Override
    public void setLastMessageId(long messageId, Changes changes) {
        GuildThread thread = thread();
        new ThreadEdits(guild, changes).saveQuietly(thread, thread.with(Threads.LAST_MESSAGE_ID, messageId));
    }

    @Override
    public void sent(RowView message, Changes changes) {
        ThreadEdits edits = new ThreadEdits(guild, changes);
        GuildThread thread = thread();
        if (thread.archived()) {
            thread = edits.save(thread, ThreadEdits.reviving(thread, now()));
        }
        GuildThread counted = counts(message) ? counted(thread) : thread;
        counted = counted.with(Threads.LAST_MESSAGE_ID, message.get(Messages.MESSAGE_ID));
        edits.saveQuietly(thread, counted);
        edits.add(counted, newcomers(counted, message));
    }

    @Override
    public void gone(Collection<RowView> messages, Changes changes) {
        GuildThread thread = thread();
        long before = thread.row().get(Threads.MESSAGE_COUNT, 0L);
        long gone = messages.stream().filter(this::counts).count();
        if (gone > 0) {
            new ThreadEdits(guild, changes)
                    .saveQuietly(thread, thread.with(Threads.MESSAGE_COUNT, Math.max(0, before - gone)));
        }
    }

    @Override
    public void setLastPinAt(Long pinnedAt, Changes changes) {
        GuildThread thread = thread();
        new ThreadEdits(guild, changes).saveQuietly(thread, thread.with(Threads.LAST_PIN_AT, pinnedAt));
    }

    @Override
    public Event.Builder begin(DispatchEvent name, Object payload) {
        return new ThreadEvents(guild).about(name, thread(), payload);
    }

    @Override
    public void send(Event event, Changes changes) {
        around.send(event, changes);
    }

    @Override
    public void sendTo(long userId, Event event, Changes changes) {
        around.sendTo(userId, event, changes);
    }

    @Override
    public Surroundings surroundings() {
        return around.surroundings();
    }

    @Override
    public GuildExpressions expressions() {
        return around.expressions();
    }

    @Override
    public StorageFacade storage() {
        return around.storage();
    }

    @Override
    public StorageFacade freeStorage() {
        return around.freeStorage();
    }

    @Override
    public AttachmentLinks links() {
        return around.links();
    }

    @Override
    public long lastWrittenAt(long userId) {
        return around.lastWrittenAt(userId);
    }

    @Override
    public void rememberWriter(long userId) {
        around.rememberWriter(userId);
    }

    @Override
    public long slowmode() {
        return thread().slowmode();
    }

    @Override
    public boolean mayMentionRole(long roleId, long byUser) {
        return GuildPlace.mayMentionRole(guild, roleId, permissions(byUser));
    }

    @Override
    public long now() {
        return around.now();
    }

    private boolean counts(RowView message) {
        return message.get(Messages.MESSAGE_ID) != given.id()
                && message.get(Messages.TYPE, 0L) != ThreadNotices.STARTER;
    }

    private static GuildThread counted(GuildThread thread) {
        long present = thread.row().get(Threads.MESSAGE_COUNT, 0L);
        long ever = thread.row().get(Threads.TOTAL_MESSAGE_SENT, 0L);
        return thread.with(Threads.MESSAGE_COUNT, present + 1).with(Threads.TOTAL_MESSAGE_SENT, ever + 1);
    }

    /** Of what somebody wrote the author, and of those that it mentions whoever it may bring in. */
    private List<GuildMember> newcomers(GuildThread thread, RowView message) {
        if (!MessageType.written(message.get(Messages.TYPE, 0L))) {
            return List.of();
        }
        long author = message.get(Messages.AUTHOR_ID);
        List<GuildMember> newcomers = new ArrayList<>();
        if (!message.has(Messages.WEBHOOK_ID)) {
            guild.findMember(author).ifPresent(newcomers::add);
        }
        if (thread.invitable() || Permission.MANAGE_THREADS.in(permissions(author))) {
            for (long mentioned : message.get(Messages.MENTIONS, List.of())) {
                guild.findMember(mentioned)
                        .filter(member -> guild.permissions()
                                .has(member, guild.channel(thread.parentId()), Permission.VIEW_CHANNEL))
                        .ifPresent(newcomers::add);
            }
        }
        return newcomers;
    }
}
