package io.guildhall.guild.member;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.voice.VoiceUpdates;
import io.guildhall.model.body.Given;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MemberOperations;
import io.guildhall.model.payload.MemberFlags;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;
import jakarta.inject.Singleton;
import java.util.List;

/** Changes another member. Each field needs its own permission; nick, roles and time-out also that the caller stands higher. */
@Singleton
public final class UpdateMember implements GuildOperation {
    private final VoiceUpdates voice;

    public UpdateMember(VoiceUpdates voice) {
        this.voice = voice;
    }

    @Override
    public Operation operation() {
        return MemberOperations.UPDATE_MEMBER;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        MemberChange body = MemberChange.of(call.body());
        GuildMember before = guild.member(call.id("user_id"));
        GuildMember caller = guild.member(call.callerId());
        call.audit().target(before.id());
        MemberRules rules = new MemberRules(guild, caller, before);
        RowView row = before.row();
        if (body.nick().named()) {
            rules.requireNick();
            row = MemberFields.nick(row, body.nick(), call.audit());
        }
        if (body.mute().named()) {
            rules.requireVoice(Permission.MUTE_MEMBERS);
            row = new Patch(row, call.audit()).put(body.mute(), Members.MUTE).row();
        }
        if (body.deaf().named()) {
            rules.requireVoice(Permission.DEAFEN_MEMBERS);
            row = new Patch(row, call.audit()).put(body.deaf(), Members.DEAF).row();
        }
        if (body.flags().named()) {
            rules.requireModeration();
            row = new Patch(row, call.audit())
                    .flags(body.flags(), Members.FLAGS, MemberFlags.BYPASSES_VERIFICATION)
                    .row();
        }
        Given<Long> timeOut = body.communicationDisabledUntil();
        if (timeOut.named()) {
            rules.requireTimeout(timeOut.hasValue());
            row = TimeOuts.apply(row, timeOut, call.audit(), guild.now());
        }
        if (body.roles().named()) {
            row = Rows.with(row, Members.ROLES, rules.roles(body.roles().or(List.of()), call));
        }
        if (body.channelId().named()) {
            VoiceMoves.check(guild, caller, before, body.channelId().value());
        }
        new MemberEdits(guild, changes).save(before.withRow(row));
        if (body.mute().named() || body.deaf().named()) {
            voice.tellAgain(guild, before.id(), changes);
        }
        if (body.channelId().named()) {
            VoiceMoves.move(guild, before, body.channelId().value(), voice, changes);
        }
        return Reply.json(guild.member(before.id()).payload());
    }
}
