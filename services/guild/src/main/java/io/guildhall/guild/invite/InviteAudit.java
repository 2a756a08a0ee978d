package io.guildhall.guild.invite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Invites;
import java.util.List;

/** What the audit log says of an invite that came or went. */
final class InviteAudit {
    private InviteAudit() {}

    static void created(GuildInvite invite, AuditDraft audit) {
        audit.change("code", null, invite.code())
                .change("channel_id", null, Snowflake.format(invite.channelId()))
                .change("inviter_id", null, inviter(invite))
                .change("max_uses", null, invite.maxUses())
                .change("uses", null, invite.uses())
                .change("max_age", null, invite.maxAge())
                .change("temporary", null, invite.temporary())
                .change("role_ids", null, roles(invite));
    }

    /** Its list of people is another: who they are stays out of the log. */
    static void retargeted(GuildInvite invite, AuditDraft audit) {
        audit.change("target_users", invite.code(), invite.code());
    }

    private static ArrayNode roles(GuildInvite invite) {
        ArrayNode roles = Json.array();
        invite.row().get(Invites.ROLE_IDS, List.of()).forEach(id -> roles.add(Snowflake.format(id)));
        return roles.isEmpty() ? null : roles;
    }

    private static String inviter(GuildInvite invite) {
        return invite.inviterId() == 0 ? null : Snowflake.format(invite.inviterId());
    }

    static void deleted(GuildInvite invite, AuditDraft audit) {
        audit.change("code", invite.code(), null)
                .change("channel_id", Snowflake.format(invite.channelId()), null)
                .change("inviter_id", inviter(invite), null)
                .change("max_uses", invite.maxUses(), null)
                .change("uses", invite.uses(), null)
                .change("max_age", invite.maxAge(), null)
                .change("temporary", invite.temporary(), null);
    }
}
