package io.guildhall.guild.member;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import jakarta.inject.Singleton;

/** Members by id, page by page. */
@Singleton
public final class ListMembers implements GuildOperation {
    @Override
    public String operation() {
        return "listMembers";
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long after = call.queryId("after").orElse(0L);
        return Reply.json(guild.members().stream()
                .filter(member -> Long.compareUnsigned(member.id(), after) > 0)
                .sorted((one, other) -> Long.compareUnsigned(one.id(), other.id()))
                .limit(call.queryNumber("limit", 1))
                .map(GuildMember::payload)
                .toList());
    }
}
