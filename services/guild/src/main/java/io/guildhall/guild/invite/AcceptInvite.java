package io.guildhall.guild.invite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.joining.Joining;
import io.guildhall.guild.joining.WayIn;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import jakarta.inject.Singleton;
import java.util.List;

/** A person joins by an invite. A member who accepts one again changes nothing, and the use is not counted. */
@Singleton
public final class AcceptInvite implements GuildOperation {
    private final Joining joining;

    public AcceptInvite(Joining joining) {
        this.joining = joining;
    }

    @Override
    public Operation operation() {
        return InviteOperations.ACCEPT_INVITE;
    }

    @Override
    public boolean openToStrangers() {
        return true;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, RestCall call) {
        return Joining.foreseen(guildId, call.getCaller().getUserId());
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        if (call.byBot()) {
            throw ApiException.of(ErrorCode.BOTS_CANNOT_USE_THIS_ENDPOINT);
        }
        if (!guild.exists()) {
            throw ApiException.of(ErrorCode.UNKNOWN_INVITE);
        }
        GuildInvite invite = VanityUrl.or(guild, call.path("code"));
        boolean joins = guild.findMember(call.callerId()).isEmpty();
        ObjectNode answer = Json.tree(InviteView.of(guild, List.of(invite)).plain(invite));
        if (joins) {
            TargetUsers.require(guild, invite, call.callerId());
            GuildMember newcomer = Joining.newcomer(guild, call.callerId(), WayIn.INVITE)
                    .withRoles(invite.roles(guild).stream().map(GuildRole::id).toList());
            use(guild, invite, changes);
            joining.admit(guild, newcomer, changes);
        }
        return Reply.json(answer.put("new_member", joins));
    }

    /** The last use ends the invite. */
    private static void use(GuildState guild, GuildInvite invite, Changes changes) {
        GuildInvite used = invite.used();
        if (invite.isVanityUrl()) {
            VanityUrl.of(guild).counted(used, changes);
        } else if (used.usedUp()) {
            InviteBook.of(guild).remove(used, changes);
            changes.event(InviteEvents.deleted(guild, used));
        } else {
            InviteBook.of(guild).replace(used, changes);
        }
    }
}
