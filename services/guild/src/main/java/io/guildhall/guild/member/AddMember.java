package io.guildhall.guild.member;

import io.guildhall.guild.authority.ListedRoles;
import io.guildhall.guild.authority.RoleGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.joining.Joining;
import io.guildhall.guild.joining.WayIn;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MemberOperations;
import io.guildhall.model.payload.MemberFlags;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * A bot lets somebody join who allowed its application that; api has looked at the token. With it the newcomer may get a nick, roles and
 * so on, each as far as the bot has the permission for it. For a member nothing changes, and the answer is empty.
 */
@Singleton
public final class AddMember implements GuildOperation {
    private static final int NO_CONTENT = 204;

    private final Joining joining;

    public AddMember(Joining joining) {
        this.joining = joining;
    }

    @Override
    public Operation operation() {
        return MemberOperations.ADD_MEMBER;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, RestCall call) {
        return Joining.foreseen(guildId, Snowflake.parse(call.getPathOrThrow("user_id")));
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long id = call.id("user_id");
        if (guild.findMember(id).isPresent()) {
            return Reply.status(NO_CONTENT, "");
        }
        NewMember body = NewMember.of(call.body());
        GuildMember bot = guild.member(call.callerId());
        List<Long> roles = roles(guild, bot, body);
        GuildMember newcomer = Joining.newcomer(guild, id, WayIn.APPLICATION).withRoles(roles);
        GuildMember dressed = newcomer.withRow(row(guild, bot, body, newcomer.row()));
        return Reply.json(joining.admit(guild, dressed, changes).payload());
    }

    private static List<Long> roles(GuildState guild, GuildMember bot, NewMember body) {
        List<Long> roles = ListedRoles.of(guild.id(), body.roles().or(List.of()));
        if (!roles.isEmpty()) {
            guild.permissions().require(bot, Permission.MANAGE_ROLES);
            roles.forEach(new RoleGuard(guild, bot)::requireGiving);
        }
        return roles;
    }

    private static RowView row(GuildState guild, GuildMember bot, NewMember body, RowView before) {
        RowView row = before;
        AuditDraft nobodyReads = new AuditDraft();
        if (body.nick().hasValue()) {
            guild.permissions().require(bot, Permission.MANAGE_NICKNAMES);
            row = MemberFields.nick(row, body.nick(), nobodyReads);
        }
        if (body.mute().or(false)) {
            guild.permissions().require(bot, Permission.MUTE_MEMBERS);
            row = new Patch(row, nobodyReads).put(body.mute(), Members.MUTE).row();
        }
        if (body.deaf().or(false)) {
            guild.permissions().require(bot, Permission.DEAFEN_MEMBERS);
            row = new Patch(row, nobodyReads).put(body.deaf(), Members.DEAF).row();
        }
        if (body.flags().hasValue()) {
            guild.permissions().require(bot, Permission.MODERATE_MEMBERS);
            row = new Patch(row, nobodyReads)
                    .flags(body.flags(), Members.FLAGS, MemberFlags.BYPASSES_VERIFICATION)
                    .row();
        }
        return row;
    }
}
