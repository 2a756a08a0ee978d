package io.guildhall.guild.ban;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.BanOperations;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Bans a user, member or not, and deletes what it wrote lately if asked to. Somebody who is banned stays so, with the first reason. */
@Singleton
public final class CreateBan implements GuildOperation {
    @Override
    public Operation operation() {
        return BanOperations.CREATE_BAN;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, RestCall call) {
        return BanBook.foreseen(
                guildId, MessageReads.id(call.getPathOrDefault("user_id", "")).orElse(0));
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long userId = call.id("user_id");
        User user = Profiles.find(guild.storage(), userId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_USER));
        BanRules.requireBannable(guild, call, userId);
        BanBook bans = new BanBook(guild);
        if (bans.isBanned(userId)) {
            call.audit().skip();
            return Reply.noContent();
        }
        bans.add(Map.of(userId, user), call, changes);
        BannedMessages.begin(guild, List.of(userId), NewBan.of(call.body()).seconds(), changes);
        call.audit().target(userId);
        return Reply.noContent();
    }
}
