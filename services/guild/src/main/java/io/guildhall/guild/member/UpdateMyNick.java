package io.guildhall.guild.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MemberOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Members;
import jakarta.inject.Singleton;

/** The old route for the caller's own nick. */
@Singleton
public final class UpdateMyNick implements GuildOperation {
    @Override
    public Operation operation() {
        return MemberOperations.UPDATE_MY_NICK;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildMember before = guild.member(call.callerId());
        new MemberRules(guild, before, before).requireNick();
        call.audit().target(before.id());
        new MemberEdits(guild, changes)
                .save(before.withRow(
                        MemberFields.nick(before.row(), MyNick.of(call.body()).nick(), call.audit())));
        ObjectNode answer =
                Json.object().put("nick", guild.member(before.id()).row().get(Members.NICK));
        return Reply.json(answer);
    }
}
