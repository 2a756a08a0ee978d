package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ThreadOperation;
import io.guildhall.guild.channel.ChannelChange;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.Screening;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadEdits;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.catalogue.Threads;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Changes a thread. Who may speak in it brings it back from the archive, unless it is locked; who began it changes what it is called
 * and how long it stays, as long as it is not locked and they may speak in it, since a new name is told in it; all else is for those who manage threads.
 */
@Singleton
public final class UpdateThread implements ThreadOperation {
    private final ThreadNotices notices;
    private final Screening screening;

    public UpdateThread(ThreadNotices notices, Screening screening) {
        this.notices = notices;
        this.screening = screening;
    }

    @Override
    public Operation operation() {
        return ChannelOperations.UPDATE_CHANNEL;
    }

    @Override
    public Reply handle(GuildState guild, GuildThread before, Call call, Changes changes) {
        GuildMember caller = guild.member(call.callerId());
        ChannelChange body = ChannelChange.inGuild(call.body());
        boolean archived = body.thread().archived().or(before.archived());
        if (before.archived() && archived) {
            throw ApiException.of(ErrorCode.INVALID_ACTION_ON_ARCHIVED_THREAD);
        }
        check(guild, caller, before, archived, body);
        Screening.Verdict verdict = body.settings()
                .name()
                .value()
                .filter(name -> !name.equals(before.name()))
                .map(name -> screening.screen(new ThreadPlace(guild, before), call, Screening.Kind.TITLE, name))
                .orElse(Screening.Verdict.NONE);
        if (verdict.blocks()) {
            return verdict.refuse(call, changes);
        }
        call.audit().action(AuditAction.THREAD_UPDATE).target(before.id());
        boolean manages = Permission.MANAGE_THREADS.in(guild.permissions().of(caller, before));
        GuildThread changed = changed(guild, before, archived, manages, body, call.audit());
        GuildThread after = new ThreadEdits(guild, changes).save(before, changed);
        if (call.audit().changes().isEmpty()) {
            call.audit().skip();
        }
        if (!after.name().equals(before.name()) && !after.archived()) {
            notices.renamed(guild, after, caller, changes);
        }
        verdict.accept(Screening.Verdict.NO_MESSAGE, changes);
        return Reply.json(after.payload(caller));
    }

    private static void check(
            GuildState guild, GuildMember caller, GuildThread thread, boolean archived, ChannelChange body) {
        long held = guild.permissions().of(caller, thread);
        if (Permission.MANAGE_THREADS.in(held)) {
            return;
        }
        boolean revives = thread.archived() && !archived;
        if (revives && thread.locked()) {
            throw ApiException.of(ErrorCode.THREAD_LOCKED);
        }
        if (revives) {
            guild.permissions().require(caller, thread, Permission.SEND_MESSAGES);
        }
        boolean owner = thread.ownerId() == caller.id() && !thread.locked() && Permission.SEND_MESSAGES.in(held);
        boolean archives = !thread.archived() && archived;
        if ((!owner && (archives || changesOwn(body))) || changesManaged(body)) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    /** What who began the thread may change too. */
    private static boolean changesOwn(ChannelChange body) {
        return body.settings().name().named()
                || body.thread().autoArchiveDuration().named()
                || body.thread().invitable().named()
                || body.thread().appliedTags().named();
    }

    private static boolean changesManaged(ChannelChange body) {
        return body.thread().locked().named()
                || body.settings().rateLimitPerUser().named()
                || body.flags().named();
    }

    /** What only posts in forums have: tags, and that one of them stands above the others. */
    private static void ofPost(
            GuildState guild,
            GuildThread before,
            GuildChannel forum,
            boolean manages,
            ChannelChange body,
            Patch patch) {
        Given<List<Long>> tags = body.thread().appliedTags();
        if (tags.named()) {
            PostTags.of(forum).require(before.row().get(Threads.APPLIED_TAGS, List.of()), tags.or(List.of()), manages);
            patch.set(tags.field(), Threads.APPLIED_TAGS, tags.or(List.of()));
        }
        patch.flags(body.flags(), Threads.FLAGS, GuildThread.PINNED);
        boolean pins = !before.pinned() && before.with(patch.row()).pinned();
        if (pins && guild.threads().of(forum.id()).stream().anyMatch(GuildThread::pinned)) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_PINNED_THREADS_IN_FORUM_HAS_BEEN_REACHED);
        }
    }

    private static GuildThread changed(
            GuildState guild,
            GuildThread before,
            boolean archived,
            boolean manages,
            ChannelChange body,
            AuditDraft audit) {
        Patch patch = new Patch(before.row(), audit)
                .put(body.thread().autoArchiveDuration(), Threads.AUTO_ARCHIVE_DURATION)
                .put(body.thread().locked(), Threads.LOCKED);
        if (body.settings().name().hasValue()) {
            patch.put(body.settings().name(), Threads.NAME);
        }
        Given<Long> slowmode = body.settings().rateLimitPerUser();
        if (slowmode.named()) {
            patch.set(slowmode.field(), Threads.RATE_LIMIT_PER_USER, slowmode.or(0L));
        }
        GuildChannel parent = guild.channel(before.parentId());
        if (parent.type().threadsOnly()) {
            ofPost(guild, before, parent, manages, body, patch);
        }
        if (before.closed()) {
            patch.put(body.thread().invitable(), Threads.INVITABLE);
        }
        GuildThread changed = before.with(patch.row());
        long duration = before.row().get(Threads.AUTO_ARCHIVE_DURATION, 0L);
        if (changed.row().get(Threads.AUTO_ARCHIVE_DURATION, 0L) != duration && !before.archived()) {
            changed = changed.with(Threads.ARCHIVED_AT, guild.now());
        }
        if (before.archived() == archived) {
            return changed;
        }
        audit.change("archived", before.archived(), archived);
        return archived ? ThreadEdits.archiving(changed, guild.now()) : ThreadEdits.reviving(changed, guild.now());
    }
}
