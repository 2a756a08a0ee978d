package io.guildhall.guild.channel;

import io.guildhall.guild.authority.OverwriteGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.payload.PermissionOverwrite;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes away what was set for a role or a member in a channel. */
@Singleton
public final class DeleteOverwrite implements GuildOperation {
    @Override
    public Operation operation() {
        return ChannelOperations.DELETE_OVERWRITE;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel channel = guild.channel(call.id("channel_id"));
        String id = Snowflake.format(call.id("overwrite_id"));
        PermissionOverwrite overwrite = channel.overwriteList().stream()
                .filter(other -> other.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_PERMISSION_OVERWRITE));
        List<PermissionOverwrite> overwrites = OverwriteGuard.without(channel.overwriteList(), id);
        new OverwriteGuard(guild, guild.member(call.callerId())).require(channel.overwriteList(), overwrites);
        Overwriting.audit(guild, call, channel, overwrite, AuditAction.CHANNEL_OVERWRITE_DELETE);
        call.audit().change("allow", overwrite.allow(), null).change("deny", overwrite.deny(), null);
        new GuildEdits(guild, changes).saveChannel(channel.withOverwrites(overwrites));
        return Reply.noContent();
    }
}
