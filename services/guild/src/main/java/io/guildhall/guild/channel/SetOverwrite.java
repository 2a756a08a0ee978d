package io.guildhall.guild.channel;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.payload.PermissionOverwrite;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets what a role or a member may do in a channel. */
@Singleton
public final class SetOverwrite implements GuildOperation {
    @Override
    public String operation() {
        return "setOverwrite";
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel channel = guild.channel(call.id("channel_id"));
        long target = call.id("overwrite_id");
        String id = Snowflake.format(target);
        Optional<PermissionOverwrite> before = channel.overwriteList().stream()
                .filter(other -> other.id().equals(id))
                .findFirst();
        int type = call.body()
                .path("type")
                .asInt(before.map(PermissionOverwrite::type).orElse(type(guild, target)));
        if (type == PermissionOverwrite.ROLE) {
            guild.role(target);
        }
        PermissionOverwrite overwrite = OverwriteLists.of(id, type, call.body());
        long touched = before.map(old -> OverwriteLists.bits(old) ^ OverwriteLists.bits(overwrite))
                .orElse(OverwriteLists.bits(overwrite));
        OverwriteLists.requireHeld(guild, call, touched);
        Overwriting.audit(
                guild,
                call,
                channel,
                overwrite,
                before.isPresent() ? AuditAction.CHANNEL_OVERWRITE_UPDATE : AuditAction.CHANNEL_OVERWRITE_CREATE);
        call.audit()
                .change("allow", before.map(PermissionOverwrite::allow).orElse(null), overwrite.allow())
                .change("deny", before.map(PermissionOverwrite::deny).orElse(null), overwrite.deny());
        List<PermissionOverwrite> overwrites = new ArrayList<>(channel.overwriteList());
        overwrites.removeIf(other -> other.id().equals(id));
        overwrites.add(overwrite);
        new GuildEdits(guild, changes).saveChannel(channel.withOverwrites(overwrites));
        return Reply.noContent();
    }

    private static int type(GuildState guild, long target) {
        return guild.findRole(target).isPresent() ? PermissionOverwrite.ROLE : PermissionOverwrite.MEMBER;
    }
}
