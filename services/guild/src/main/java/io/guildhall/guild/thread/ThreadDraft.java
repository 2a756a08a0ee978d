package io.guildhall.guild.thread;

import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Threads;
import java.util.List;

/** A thread before it exists: what the body asks for, and of the rest what the parent sets for its threads. */
record ThreadDraft(GuildState guild, GuildChannel parent, long ownerId) {
    private static final long USUAL_DURATION = 4320;

    /** A public or an announcement thread. */
    GuildThread open(long id, ChannelType type, ThreadSettings settings, AuditDraft audit) {
        return GuildThread.of(patch(id, type, settings, audit).row());
    }

    /** A post in a forum or a media channel. */
    GuildThread post(long id, ThreadSettings settings, List<Long> tags, AuditDraft audit) {
        Patch patch = patch(id, ChannelType.PUBLIC_THREAD, settings, audit);
        return GuildThread.of((tags.isEmpty() ? patch : patch.set("applied_tags", Threads.APPLIED_TAGS, tags)).row());
    }

    /** A private thread. */
    GuildThread closed(long id, NewThread body, AuditDraft audit) {
        return GuildThread.of(patch(id, ChannelType.PRIVATE_THREAD, body.settings(), audit)
                .set("invitable", Threads.INVITABLE, body.invitable().or(true))
                .row());
    }

    private Patch patch(long id, ChannelType type, ThreadSettings settings, AuditDraft audit) {
        RowView row = Rows.create(Threads.TABLE, guild.id(), id);
        row = Rows.with(row, Threads.PARENT_ID, parent.id());
        row = Rows.with(row, Threads.OWNER_ID, ownerId);
        row = Rows.with(row, Threads.CREATED_AT, guild.now());
        row = Rows.with(row, Threads.ARCHIVED_AT, guild.now());
        return new Patch(row, audit.target(id))
                .put(settings.name(), Threads.NAME)
                .set("type", Threads.TYPE, (long) type.number())
                .set("archived", Threads.ARCHIVED, false)
                .set("locked", Threads.LOCKED, false)
                .set("auto_archive_duration", Threads.AUTO_ARCHIVE_DURATION, duration(settings))
                .set("rate_limit_per_user", Threads.RATE_LIMIT_PER_USER, slowmode(settings));
    }

    private long duration(ThreadSettings settings) {
        return settings.autoArchiveDuration()
                .or(parent.row().get(Channels.DEFAULT_AUTO_ARCHIVE_DURATION, USUAL_DURATION));
    }

    private long slowmode(ThreadSettings settings) {
        return settings.rateLimitPerUser().or(parent.row().get(Channels.DEFAULT_THREAD_RATE_LIMIT_PER_USER, 0L));
    }
}
