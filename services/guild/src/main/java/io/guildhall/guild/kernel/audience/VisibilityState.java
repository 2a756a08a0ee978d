package io.guildhall.guild.kernel.audience;

import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.Overwrite;
import io.guildhall.model.rpc.RolePermissions;
import java.util.HashMap;
import java.util.Map;

/** What relays compute visibility from, as the next relay to begin must hear it. Not safe for threads. */
final class VisibilityState {
    private final Map<Long, RolePermissions> roles = new HashMap<>();
    private final Map<Long, ChannelPermissions> channels = new HashMap<>();
    private long version;
    private long ownerId;

    void replace(AudienceState whole) {
        version++;
        ownerId = whole.getOwnerId();
        roles.clear();
        channels.clear();
        whole.getRolesList().forEach(role -> roles.put(role.getId(), role));
        whole.getChannelsList().forEach(channel -> channels.put(channel.getId(), channel));
    }

    /** Changes a part; returns it as relays are to hear it. */
    AudienceDelta apply(AudienceDelta delta) {
        version++;
        if (delta.getOwnerId() != 0) {
            ownerId = delta.getOwnerId();
        }
        delta.getRemovedRolesList().forEach(this::removeRole);
        delta.getRolesList().forEach(role -> roles.put(role.getId(), role));
        delta.getRemovedChannelsList().forEach(channels::remove);
        delta.getChannelsList().forEach(channel -> channels.put(channel.getId(), channel));
        return delta.toBuilder().setVersion(version).build();
    }

    AudienceState whole() {
        return AudienceState.newBuilder()
                .setVersion(version)
                .setOwnerId(ownerId)
                .addAllRoles(roles.values())
                .addAllChannels(channels.values())
                .build();
    }

    private void removeRole(long role) {
        roles.remove(role);
        channels.replaceAll(
                (id, channel) -> channel.getOverwritesList().stream().anyMatch(overwrite -> names(overwrite, role))
                        ? without(channel, role)
                        : channel);
    }

    private static ChannelPermissions without(ChannelPermissions channel, long role) {
        return channel.toBuilder()
                .clearOverwrites()
                .addAllOverwrites(channel.getOverwritesList().stream()
                        .filter(overwrite -> !names(overwrite, role))
                        .toList())
                .build();
    }

    private static boolean names(Overwrite overwrite, long role) {
        return !overwrite.getMember() && overwrite.getId() == role;
    }
}
