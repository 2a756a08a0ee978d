package io.guildhall.guild.invite;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InviteOperations;
import jakarta.inject.Singleton;
import java.util.List;

/** An invite, for anybody who has its code. */
@Singleton
public final class GetInvite implements GuildOperation {
    @Override
    public Operation operation() {
        return InviteOperations.GET_INVITE;
    }

    @Override
    public boolean openToStrangers() {
        return true;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        requireGuild(guild);
        GuildInvite invite = VanityUrl.or(guild, call.path("code"));
        TargetUsers.requireSight(guild, invite, call.callerId());
        InviteView view = InviteView.of(guild, List.of(invite));
        return Reply.json(view.shown(
                invite,
                call.queryFlag("with_counts"),
                call.queryId("guild_scheduled_event_id").orElse(0L)));
    }

    private static void requireGuild(GuildState guild) {
        if (!guild.exists()) {
            throw ApiException.of(ErrorCode.UNKNOWN_INVITE);
        }
    }
}
