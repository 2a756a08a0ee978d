package io.guildhall.guild.invite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.joining.Joining;
import io.guildhall.guild.joining.Screening;
import io.guildhall.guild.joining.WayIn;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.screening.JoinRequestBook;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * A person joins by an invite, or begins to ask where somebody looks at everybody first. A member who accepts one again changes nothing; that
 * is not counted as a use, and neither is a question.
 */
@Singleton
public final class AcceptInvite implements GuildOperation {
    private final Joining joining;
    private final SnowflakeGenerator ids;

    public AcceptInvite(Joining joining, SnowflakeGenerator ids) {
        this.joining = joining;
        this.ids = ids;
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
            // An invite that promises roles vouches for those who come by it, as a role does for a member.
            boolean asked = newcomer.roles().length == 0;
            if (asked && newcomer.pending()) {
                answer.put("show_verification_form", true);
            }
            if (asked && Screening.of(guild.row()).outside()) {
                new JoinRequestBook(guild).begin(call.callerId(), ids.next(), changes);
                return Reply.json(answer.put("new_member", false));
            }
            use(guild, invite, changes);
            joining.admit(guild, invite.temporary() ? newcomer.forATime() : newcomer, changes);
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
