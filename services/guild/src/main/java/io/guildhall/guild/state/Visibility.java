package io.guildhall.guild.state;

import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.ChannelRules;
import io.guildhall.model.permission.Overwrites;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.Overwrite;
import io.guildhall.model.rpc.RolePermissions;

/** What relays compute from who may see what. */
final class Visibility {
    private Visibility() {}

    static AudienceState of(GuildView guild) {
        AudienceState.Builder state = AudienceState.newBuilder().setOwnerId(guild.ownerId());
        guild.roles().forEach(role -> state.addRoles(of(role)));
        guild.channels().forEach(channel -> state.addChannels(of(channel)));
        return state.build();
    }

    static RolePermissions of(GuildRole role) {
        return RolePermissions.newBuilder()
                .setId(role.id())
                .setPermissions(role.permissions())
                .build();
    }

    static ChannelPermissions of(GuildChannel channel) {
        ChannelPermissions.Builder permissions = ChannelPermissions.newBuilder()
                .setId(channel.id())
                .setVoice(channel.type().rules() == ChannelRules.VOICE);
        for (PermissionOverwrite overwrite : channel.overwriteList()) {
            permissions.addOverwrites(proto(overwrite.toEntry()));
        }
        return permissions.build();
    }

    /** Whether the channel is seen by others than before. */
    static boolean differ(GuildChannel before, GuildChannel after) {
        return !before.overwriteList().equals(after.overwriteList())
                || before.type().rules() != after.type().rules();
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
