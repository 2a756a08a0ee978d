package io.guildhall.guild.invite;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPermissions;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.payload.Invite;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.List;

/** Voids an invite: for those who manage the guild, or the channel that it leads to. */
@Singleton
public final class DeleteInvite implements GuildOperation {
    @Override
    public Operation operation() {
        return InviteOperations.DELETE_INVITE;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildInvite invite = InviteBook.of(guild).invite(call.path("code"));
        GuildMember member = guild.member(call.callerId());
        GuildPermissions permissions = guild.permissions();
        if (!permissions.has(member, Permission.MANAGE_GUILD)) {
            permissions.require(member, guild.channel(invite.channelId()), Permission.MANAGE_CHANNELS);
        }
        Invite shown = InviteView.of(guild, List.of(invite)).plain(invite);
        InviteBook.of(guild).remove(invite, changes);
        InviteAudit.deleted(invite, call.audit());
        changes.event(InviteEvents.deleted(guild, invite));
        return Reply.json(shown);
    }
}
