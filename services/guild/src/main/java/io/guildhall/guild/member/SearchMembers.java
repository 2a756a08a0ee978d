package io.guildhall.guild.member;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MemberOperations;
import jakarta.inject.Singleton;

/** Members whose names begin so. */
@Singleton
public final class SearchMembers implements GuildOperation {
    @Override
    public Operation operation() {
        return MemberOperations.SEARCH_MEMBERS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        String prefix = call.query().path("query").asText();
        int limit = call.queryNumber("limit", 1);
        GuildSnapshot snapshot = guild.snapshot();
        return Reply.later(() -> Reply.json(MemberSearch.byPrefix(snapshot, prefix, limit).stream()
                .map(GuildMember::payload)
                .toList()));
    }
}
