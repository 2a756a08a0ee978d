package io.guildhall.guild.member;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import jakarta.inject.Singleton;

/** One member. */
@Singleton
public final class GetMember implements GuildOperation {
    @Override
    public String operation() {
        return "getMember";
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        return Reply.json(guild.member(call.id("user_id")).payload());
    }
}
