package io.guildhall.guild.ban;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.BanOperations;
import io.guildhall.model.payload.Ban;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Bans;
import jakarta.inject.Singleton;

/** One ban, with its reason. */
@Singleton
public final class GetBan implements GuildOperation {
    @Override
    public Operation operation() {
        return BanOperations.GET_BAN;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long userId = call.id("user_id");
        RowView row = new BanBook(guild).find(userId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_BAN));
        User user = Profiles.find(guild.storage(), userId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_BAN));
        return Reply.json(new Ban(row.get(Bans.REASON), user));
    }
}
