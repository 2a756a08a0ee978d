package io.guildhall.guild.channel;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.payload.PermissionOverwrite;

/** What the audit log says of a changed overwrite. */
final class Overwriting {
    private Overwriting() {}

    static void audit(
            GuildState guild, Call call, GuildChannel channel, PermissionOverwrite overwrite, AuditAction action) {
        AuditDraft draft = call.audit().action(action).target(channel.id());
        draft.option("id", overwrite.id()).option("type", Integer.toString(overwrite.type()));
        guild.findRole(Snowflake.parse(overwrite.id())).ifPresent(role -> draft.option("role_name", role.name()));
    }
}
