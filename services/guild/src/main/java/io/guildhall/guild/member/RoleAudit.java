package io.guildhall.guild.member;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.Set;

/** What the audit log says of roles that were given and taken. */
final class RoleAudit {
    private RoleAudit() {}

    static void write(GuildState guild, Call call, GuildMember member, Set<Long> next) {
        List<Long> given = next.stream().filter(role -> !member.hasRole(role)).toList();
        List<Long> taken =
                member.roleList().stream().filter(role -> !next.contains(role)).toList();
        AuditDraft draft = call.audit().action(AuditAction.MEMBER_ROLE_UPDATE).target(member.id());
        if (!given.isEmpty()) {
            draft.change("$add", null, roles(guild, given));
        }
        if (!taken.isEmpty()) {
            draft.change("$remove", null, roles(guild, taken));
        }
    }

    private static ArrayNode roles(GuildState guild, List<Long> ids) {
        ArrayNode roles = Json.array();
        for (long id : ids) {
            roles.addObject()
                    .put("id", Snowflake.format(id))
                    .put("name", guild.findRole(id).map(GuildRole::name).orElse(""));
        }
        return roles;
    }
}
