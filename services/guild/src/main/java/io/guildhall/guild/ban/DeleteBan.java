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

/** Lifts a ban. */
@Singleton
public final class DeleteBan implements GuildOperation {
    @Override
    public Operation operation() {
        return BanOperations.DELETE_BAN;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, RestCall call) {
        return BanBook.foreseen(
                guildId, MessageReads.id(call.getPathOrDefault("user_id", "")).orElse(0));
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long userId = call.id("user_id");
        BanBook bans = new BanBook(guild);
        if (!bans.isBanned(userId)) {
            throw ApiException.of(ErrorCode.UNKNOWN_BAN);
        }
        User user = Profiles.find(guild.storage(), userId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_USER));
        bans.remove(userId, user, changes);
        call.audit().target(userId);
        return Reply.noContent();
    }
}
