package io.guildhall.relay.audience;

import io.guildhall.model.permission.ChannelRules;
import io.guildhall.model.permission.Overwrites;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.permission.PermissionEvaluator;
import io.guildhall.model.permission.RoleTable;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.Overwrite;
import io.guildhall.model.rpc.RolePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One version of a guild's roles and overwrites, and the answers that follow from it. Immutable. */
final class GuildRules {
    private final long version;
    private final long ownerId;
    private final RoleTable roles;
    private final Map<Long, Overwrites> channels;
    private final Set<Long> individuals;

    private GuildRules(
            long version, long ownerId, RoleTable roles, Map<Long, Overwrites> channels, Set<Long> individuals) {
        this.version = version;
        this.ownerId = ownerId;
        this.roles = roles;
        this.channels = channels;
        this.individuals = individuals;
    }

    static GuildRules of(long guildId, AudienceState state) {
        RoleTable roles = RoleTable.of(
                guildId,
                state.getRolesList().stream()
                        .collect(Collectors.toMap(RolePermissions::getId, RolePermissions::getPermissions)));
        Map<Long, Overwrites> channels = new HashMap<>();
        Set<Long> individuals = new HashSet<>();
        individuals.add(state.getOwnerId());
        for (ChannelPermissions channel : state.getChannelsList()) {
            channels.put(
                    channel.getId(),
                    Overwrites.of(
                            guildId,
                            channel.getOverwritesList().stream()
                                    .map(GuildRules::entry)
                                    .toList()));
            channel.getOverwritesList().stream()
                    .filter(Overwrite::getMember)
                    .forEach(overwrite -> individuals.add(overwrite.getId()));
        }
        return new GuildRules(state.getVersion(), state.getOwnerId(), roles, channels, individuals);
    }

    long version() {
        return version;
    }

    /** Users whose answers differ from those of their roles, whatever channel is asked about. */
    Set<Long> individuals() {
        return individuals;
    }

    /**
     * Whether members of the class hold these permissions: in the channel, where they also need to see it, or in the
     * guild when the channel is 0. A channel that this version does not have is seen by nobody but those who may do
     * everything.
     */
    boolean allows(PermissionClass asking, long channelId, long permissions, long now) {
        boolean owner = asking.userId() == ownerId;
        boolean timedOut = asking.timedOutUntil() > now;
        if (channelId == 0) {
            return Permission.holdsAll(
                    PermissionEvaluator.inGuild(owner, timedOut, roles, asking.roles()), permissions);
        }
        Overwrites overwrites = channels.get(channelId);
        if (overwrites == null) {
            return PermissionEvaluator.inGuild(owner, timedOut, roles, asking.roles()) == Permission.ALL;
        }
        long held = PermissionEvaluator.inChannel(
                owner, timedOut, roles, asking.userId(), asking.roles(), overwrites, ChannelRules.TEXT);
        return Permission.holdsAll(held, permissions | Permission.VIEW_CHANNEL.mask());
    }

    private static Overwrites.Entry entry(Overwrite overwrite) {
        return new Overwrites.Entry(
                overwrite.getId(), overwrite.getMember(), overwrite.getAllow(), overwrite.getDeny());
    }
}
