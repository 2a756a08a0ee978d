package io.guildhall.guild.thread;

import com.fasterxml.jackson.databind.JsonNode;
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

/** A thread before it exists: what the body asks for, and of the rest what the parent sets for its threads. */
record ThreadDraft(GuildState guild, GuildChannel parent, long ownerId) {
    private static final long USUAL_DURATION = 4320;

    GuildThread of(long id, ChannelType type, JsonNode body, AuditDraft audit) {
        RowView row = Rows.create(Threads.TABLE, guild.id(), id);
        row = Rows.with(row, Threads.PARENT_ID, parent.id());
        row = Rows.with(row, Threads.OWNER_ID, ownerId);
        row = Rows.with(row, Threads.CREATED_AT, guild.now());
        row = Rows.with(row, Threads.ARCHIVED_AT, guild.now());
        Patch patch = new Patch(row, body, audit.target(id))
                .set("name", Threads.NAME, body.get("name").asText())
                .set("type", Threads.TYPE, (long) type.number())
                .set("archived", Threads.ARCHIVED, false)
                .set("locked", Threads.LOCKED, false)
                .set("auto_archive_duration", Threads.AUTO_ARCHIVE_DURATION, duration(body))
                .set("rate_limit_per_user", Threads.RATE_LIMIT_PER_USER, slowmode(body));
        if (type == ChannelType.PRIVATE_THREAD) {
            patch.set("invitable", Threads.INVITABLE, body.path("invitable").asBoolean(true));
        }
        return GuildThread.of(patch.row());
    }

    private long duration(JsonNode body) {
        long usual = parent.row().get(Channels.DEFAULT_AUTO_ARCHIVE_DURATION, USUAL_DURATION);
        return body.path("auto_archive_duration").asLong(usual);
    }

    private long slowmode(JsonNode body) {
        long usual = parent.row().get(Channels.DEFAULT_THREAD_RATE_LIMIT_PER_USER, 0L);
        return body.path("rate_limit_per_user").asLong(usual);
    }
}
