package io.guildhall.guild.channel;

import io.guildhall.guild.authority.OverwriteGuard;
import io.guildhall.guild.authority.OverwriteSetting;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.payload.PermissionOverwrite;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Sets what a role or a member may do in a channel. */
@Singleton
public final class SetOverwrite implements GuildOperation {
    @Override
    public Operation operation() {
        return ChannelOperations.SET_OVERWRITE;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel channel = guild.channel(call.id("channel_id"));
        long target = call.id("overwrite_id");
        String id = Snowflake.format(target);
        Optional<PermissionOverwrite> before = channel.overwriteList().stream()
                .filter(other -> other.id().equals(id))
                .findFirst();
        OverwriteSetting setting = OverwriteSetting.of(call.body());
        int type = setting.type()
                .value()
                .map(Long::intValue)
                .or(() -> before.map(PermissionOverwrite::type))
                .orElseGet(() -> type(guild, target));
        PermissionOverwrite overwrite = setting.of(id, type);
        List<PermissionOverwrite> overwrites = OverwriteGuard.with(channel.overwriteList(), overwrite);
        new OverwriteGuard(guild, guild.member(call.callerId())).require(channel.overwriteList(), overwrites);
        Overwriting.audit(
                guild,
                call,
                channel,
                overwrite,
                before.isPresent() ? AuditAction.CHANNEL_OVERWRITE_UPDATE : AuditAction.CHANNEL_OVERWRITE_CREATE);
        call.audit()
                .change("allow", before.map(PermissionOverwrite::allow).orElse(null), overwrite.allow())
                .change("deny", before.map(PermissionOverwrite::deny).orElse(null), overwrite.deny());
        new GuildEdits(guild, changes).saveChannel(channel.withOverwrites(overwrites));
        return Reply.noContent();
    }

    private static int type(GuildState guild, long target) {
        return guild.findRole(target).isPresent() ? PermissionOverwrite.ROLE : PermissionOverwrite.MEMBER;
    }
}
