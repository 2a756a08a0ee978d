package io.guildhall.guild.member;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MemberOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;
import jakarta.inject.Singleton;

/** The caller changes its own nick, pictures and biography in this guild. */
@Singleton
public final class UpdateMyMember implements GuildOperation {
    @Override
    public Operation operation() {
        return MemberOperations.UPDATE_MY_MEMBER;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildMember before = guild.member(call.callerId());
        call.audit().target(before.id());
        MyMember body = MyMember.of(call.body());
        if (body.nick().named()) {
            new MemberRules(guild, before, before).requireNick();
        }
        RowView named = MemberFields.nick(before.row(), body.nick(), call.audit());
        RowView row = new Patch(MemberFields.bio(named, body.bio(), call.audit()), call.audit())
                .put(body.avatar(), Members.AVATAR)
                .put(body.banner(), Members.BANNER)
                .row();
        new MemberEdits(guild, changes).save(before.withRow(row));
        return Reply.json(guild.member(before.id()).withBio());
    }
}
