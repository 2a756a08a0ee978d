package io.guildhall.guild.invite;

import io.guildhall.guild.authority.RoleGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Makes an invite to a channel. Unless a unique one is asked for, an invite of the same member that does as well is given
 * again.
 */
@Singleton
public final class CreateInvite implements GuildOperation {
    private static final int ATTEMPTS = 5;

    private final InviteCodes codes;

    public CreateInvite(InviteCodes codes) {
        this.codes = codes;
    }

    @Override
    public Operation operation() {
        return InviteOperations.CREATE_INVITE;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel channel = guild.channel(call.id("channel_id"));
        if (channel.type() == ChannelType.GUILD_CATEGORY) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
        NewInvite body = NewInvite.of(call.body());
        body.requireTarget(guild, channel);
        requireRoles(guild, call, body);
        InviteBook book = InviteBook.of(guild);
        Optional<GuildInvite> similar =
                body.isUnique() ? Optional.empty() : book.similar(asked(guild, channel, call, body));
        if (similar.isPresent()) {
            call.audit().skip();
            return Reply.json(InviteView.of(guild, List.of(similar.get())).withUses(similar.get()));
        }
        book.requireRoom();
        GuildInvite invite = add(guild, channel, book, call, body, changes);
        body.targetUsersFile().value().ifPresent(users -> TargetUsers.save(guild, invite, users, changes));
        InviteView view = InviteView.of(guild, List.of(invite));
        InviteAudit.created(invite, call.audit());
        changes.event(InviteEvents.created(guild, invite, view));
        return Reply.json(view.withUses(invite));
    }

    /** Who gives a role by an invite gives it: one rule for both. */
    private static void requireRoles(GuildState guild, Call call, NewInvite body) {
        List<Long> roles = body.roles(guild.id());
        if (roles != null) {
            GuildMember giver = guild.member(call.callerId());
            guild.permissions().require(giver, Permission.MANAGE_ROLES);
            roles.forEach(new RoleGuard(guild, giver)::requireGiving);
        }
    }

    private GuildInvite add(
            GuildState guild, GuildChannel channel, InviteBook book, Call call, NewInvite body, Changes changes) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            GuildInvite invite = asked(guild, channel, call, body);
            if (book.add(invite, changes)) {
                return invite;
            }
        }
        throw ApiException.unavailable();
    }

    private GuildInvite asked(GuildState guild, GuildChannel channel, Call call, NewInvite body) {
        return GuildInvite.asked(codes.next(), guild.id(), channel.id(), call.callerId(), body, guild.now());
    }
}
