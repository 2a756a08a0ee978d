package io.guildhall.relay.audience;

import io.guildhall.model.permission.ChannelRules;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.permission.PermissionEvaluator;
import io.guildhall.model.permission.RoleTable;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.RolePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A guild's roles and overwrites as they are now, and the answers that follow from them. Not safe for threads. */
final class GuildRules {
    private final long guildId;
    private final Map<Long, Long> permissions;
    private final Map<Long, ChannelAccess> channels;
    private final Individuals individuals = new Individuals();
    private long ownerId;
    private RoleTable roles;
    /** Those of the present are individuals by their permission classes, too. */
    private boolean past;

    private GuildRules(long guildId, long ownerId, Map<Long, Long> permissions, Map<Long, ChannelAccess> channels) {
        this.guildId = guildId;
        this.ownerId = ownerId;
        this.permissions = permissions;
        this.channels = channels;
        this.roles = RoleTable.of(guildId, permissions);
        individuals.add(ownerId);
    }

    static GuildRules of(long guildId, AudienceState state) {
        GuildRules rules = new GuildRules(guildId, state.getOwnerId(), new HashMap<>(), new HashMap<>());
        rules.putRoles(state.getRolesList());
        rules.putChannels(state.getChannelsList());
        return rules;
    }

    /** Users whose answers differ from those of their roles, whatever channel is asked about. */
    Set<Long> individuals() {
        return individuals.users();
    }

    /** Changes a part. Returns the users who may have become individuals by it, or may no longer be. */
    Set<Long> apply(AudienceDelta delta) {
        Set<Long> concerned = new HashSet<>();
        if (delta.getOwnerId() != 0) {
            concerned.add(ownerId);
            concerned.add(delta.getOwnerId());
            individuals.remove(ownerId);
            individuals.add(delta.getOwnerId());
            ownerId = delta.getOwnerId();
        }
        delta.getRemovedRolesList().forEach(permissions::remove);
        putRoles(delta.getRolesList());
        delta.getRemovedChannelsList().forEach(channel -> concerned.addAll(removeChannel(channel)));
        delta.getChannelsList().forEach(channel -> concerned.addAll(removeChannel(channel.getId())));
        putChannels(delta.getChannelsList());
        delta.getChannelsList()
                .forEach(channel ->
                        concerned.addAll(boxed(channels.get(channel.getId()).members())));
        return concerned;
    }

    /** The rules as they were where a change made a difference. What the answer does not name is shared with these. */
    GuildRules before(AudienceDelta former) {
        GuildRules before = new GuildRules(
                guildId,
                former.getOwnerId() == 0 ? ownerId : former.getOwnerId(),
                former.getRolesCount() == 0 ? permissions : new HashMap<>(permissions),
                former.getChannelsCount() == 0 ? channels : new HashMap<>(channels));
        if (former.getRolesCount() > 0) {
            before.putRoles(former.getRolesList());
        }
        before.putChannels(former.getChannelsList());
        if (past) {
            individuals.users().forEach(before.individuals::add);
        }
        before.past = true;
        return before;
    }

    /**
     * Whether members of the class hold these permissions: in the channel, where they also need to see it, or in the
     * guild when the channel is 0. VIEW_CHANNEL alone asks whether the channel shows, whatever its kind denies. A channel
     * that is not known here is seen by nobody but those who may do everything. A role that is not known, or no longer,
     * counts for nothing, nor does an overwrite for it.
     */
    boolean allows(PermissionClass asking, long channelId, long needed, long now) {
        boolean owner = asking.userId() == ownerId;
        boolean timedOut = asking.timedOutUntil() > now;
        long[] held = known(asking.roles());
        if (channelId == 0) {
            return Permission.holdsAll(PermissionEvaluator.inGuild(owner, timedOut, roles, held), needed);
        }
        ChannelAccess channel = channels.get(channelId);
        if (channel == null) {
            return PermissionEvaluator.inGuild(owner, timedOut, roles, held) == Permission.ALL;
        }
        ChannelRules rules = needed == Permission.VIEW_CHANNEL.mask() ? ChannelRules.TEXT : channel.rules();
        long allowed = PermissionEvaluator.inChannel(
                owner, timedOut, roles, asking.userId(), held, channel.overwrites(), rules);
        return Permission.holdsAll(allowed, needed | Permission.VIEW_CHANNEL.mask());
    }

    private long[] known(long[] asked) {
        boolean all = Arrays.stream(asked).allMatch(permissions::containsKey);
        return all
                ? asked
                : Arrays.stream(asked).filter(permissions::containsKey).toArray();
    }

    private void putRoles(List<RolePermissions> changed) {
        changed.forEach(role -> permissions.put(role.getId(), role.getPermissions()));
        roles = RoleTable.of(guildId, permissions);
    }

    private void putChannels(List<ChannelPermissions> changed) {
        for (ChannelPermissions channel : changed) {
            ChannelAccess access = ChannelAccess.of(guildId, channel);
            channels.put(channel.getId(), access);
            individuals.add(access.members());
        }
    }

    private List<Long> removeChannel(long channel) {
        ChannelAccess removed = channels.remove(channel);
        if (removed == null) {
            return List.of();
        }
        individuals.remove(removed.members());
        return boxed(removed.members());
    }

    private static List<Long> boxed(long[] users) {
        return Arrays.stream(users).boxed().toList();
    }
}
