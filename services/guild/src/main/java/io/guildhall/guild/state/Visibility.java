package io.guildhall.guild.state;

import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.Overwrites;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.Overwrite;
import io.guildhall.model.rpc.RolePermissions;

/** What relays compute from who may see what. */
final class Visibility {
    private Visibility() {}

    static AudienceState.Builder of(GuildView guild) {
        AudienceState.Builder state = AudienceState.newBuilder().setOwnerId(guild.ownerId());
        for (GuildRole role : guild.roles()) {
            state.addRoles(RolePermissions.newBuilder().setId(role.id()).setPermissions(role.permissions()));
        }
        for (GuildChannel channel : guild.channels()) {
            ChannelPermissions.Builder permissions =
                    ChannelPermissions.newBuilder().setId(channel.id());
            for (PermissionOverwrite overwrite : channel.overwriteList()) {
                permissions.addOverwrites(proto(overwrite.toEntry()));
            }
            state.addChannels(permissions);
        }
        return state;
    }

    private static Overwrite proto(Overwrites.Entry entry) {
        return Overwrite.newBuilder()
                .setId(entry.id())
                .setMember(entry.member())
                .setAllow(entry.allow())
                .setDeny(entry.deny())
                .build();
    }
}
