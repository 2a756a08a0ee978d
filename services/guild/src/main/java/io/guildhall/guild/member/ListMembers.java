package io.guildhall.guild.member;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildSnapshot;
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
        int limit = call.queryNumber("limit", 1);
        GuildSnapshot snapshot = guild.snapshot();
        return Reply.later(
                () -> Reply.json(MemberSearch.first(snapshot.members().after(after), limit).stream()
                        .map(GuildMember::payload)
                        .toList()));
    }
}
