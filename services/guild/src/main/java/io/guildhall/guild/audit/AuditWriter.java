package io.guildhall.guild.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AuditLog;
import io.guildhall.model.table.catalogue.MessageBucket;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes audit log entries together with the changes that they tell of. */
@Singleton
public final class AuditWriter {
    private final SnowflakeGenerator ids;

    public AuditWriter(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    /** Writes the call's own entry, if its operation or its handler names an action. */
    public void write(GuildState guild, Call call, Changes changes) {
        AuditDraft draft = call.audit();
        OptionalInt action = draft.action()
                .map(AuditAction::number)
                .map(OptionalInt::of)
                .orElse(call.operation().auditAction());
        if (action.isPresent() && !draft.skipped() && guild.exists()) {
            write(guild, call.callerId(), action.getAsInt(), call.reason(), draft, changes);
        }
    }

    /** Writes one more entry, for operations that do several things. */
    public void entry(GuildState guild, Call call, AuditAction action, AuditDraft draft, Changes changes) {
        write(guild, call.callerId(), action.number(), call.reason(), draft, changes);
    }

    /** Writes an entry of what somebody began and what ends now. */
    public void entry(
            GuildState guild,
            long userId,
            AuditAction action,
            Optional<String> reason,
            AuditDraft draft,
            Changes changes) {
        write(guild, userId, action.number(), reason, draft, changes);
    }

    private void write(
            GuildState guild, long userId, int action, Optional<String> reason, AuditDraft draft, Changes changes) {
        long id = ids.next();
        boolean hasOptions = !draft.options().isEmpty();
        OpenSlice slice = OpenSlice.with(guild, id);
        changes.write(slice.record(guild));
        changes.write(Write.to(AuditLog.TABLE, guild.id(), MessageBucket.of(id), slice.placeOf(id), id)
                .set(AuditLog.USER_ID, userId)
                .set(AuditLog.TARGET_ID, draft.target() == 0 ? null : draft.target())
                .set(AuditLog.ACTION_TYPE, (long) action)
                .set(AuditLog.CHANGES, draft.changes().isEmpty() ? null : Json.bytes(draft.changes()))
                .set(AuditLog.OPTIONS, hasOptions ? Json.bytes(draft.options()) : null)
                .set(AuditLog.REASON, reason.orElse(null))
                .build());
        ObjectNode entry = AuditEntries.json(
                id,
                userId,
                draft.target(),
                action,
                draft.changes(),
                hasOptions ? draft.options() : null,
                reason.orElse(null));
        entry.put("guild_id", Snowflake.format(guild.id()));
        changes.event(Events.inGuild(DispatchEvent.GUILD_AUDIT_LOG_ENTRY_CREATE, entry)
                .setPermissions(Permission.VIEW_AUDIT_LOG.mask())
                .build());
    }
}
