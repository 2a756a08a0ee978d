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
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MemberOperations;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;
import jakarta.inject.Singleton;

/** Changes another member. Each field needs its own permission; nick, roles and time-out also that the caller stands higher. */
@Singleton
public final class UpdateMember implements GuildOperation {
    /** The one flag of a member that others set. */
    private static final long BYPASSES_VERIFICATION = 1 << 2;

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
        GuildMember before = guild.member(call.id("user_id"));
        GuildMember caller = guild.member(call.callerId());
        call.audit().target(before.id());
        MemberRules rules = new MemberRules(guild, caller, before);
        RowView row = before.row();
        if (call.has("nick")) {
            rules.requireNick();
            row = MemberFields.nick(row, call);
        }
        if (call.has("mute")) {
            rules.requireVoice(Permission.MUTE_MEMBERS);
            row = new Patch(row, call.body(), call.audit())
                    .flag("mute", Members.MUTE)
                    .row();
        }
        if (call.has("deaf")) {
            rules.requireVoice(Permission.DEAFEN_MEMBERS);
            row = new Patch(row, call.body(), call.audit())
                    .flag("deaf", Members.DEAF)
                    .row();
        }
        if (call.has("flags")) {
            rules.requireModeration();
            row = new Patch(row, call.body(), call.audit())
                    .flags("flags", Members.FLAGS, BYPASSES_VERIFICATION)
                    .row();
        }
        if (call.has("communication_disabled_until")) {
            rules.requireTimeout(call.hasValue("communication_disabled_until"));
            row = TimeOuts.apply(row, call, guild.now());
        }
        if (call.has("roles")) {
            row = Rows.with(row, Members.ROLES, rules.roles(call));
        }
        if (call.has("channel_id")) {
            VoiceMoves.check(guild, caller, before, call.bodyId("channel_id"));
        }
        new MemberEdits(guild, changes).save(before.withRow(row));
        if (call.has("mute") || call.has("deaf")) {
            voice.tellAgain(guild, before.id(), changes);
        }
        if (call.has("channel_id")) {
            VoiceMoves.move(guild, before, call.bodyId("channel_id"), voice, changes);
        }
        return Reply.json(guild.member(before.id()).payload());
    }
}
