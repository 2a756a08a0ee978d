package io.guildhall.guild.authority;

import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The one rule for permission overwrites of channels, whichever way they come and go: nobody changes anything, in either
 * direction, about a permission that they do not have in the guild. Setting MANAGE_ROLES in a channel is for administrators.
 *
 * <p>The caller's right to change overwrites in that channel at all is checked where the request comes in.
 */
public record OverwriteGuard(GuildState guild, GuildMember caller) {
    /** Overwrites of one channel. */
    static final int MOST = 100;

    /** Overwrites as a body lists them. Of several for one role or member the last counts. */
    public static List<PermissionOverwrite> read(List<OverwriteBody> list) {
        Map<String, PermissionOverwrite> byId = new LinkedHashMap<>();
        for (OverwriteBody asked : list) {
            String id = asked.id().required();
            OverwriteSetting setting = asked.setting();
            byId.put(id, setting.of(id, setting.type().required().intValue()));
        }
        return List.copyOf(byId.values());
    }

    /** The list with this overwrite in place of the one for the same role or member. */
    public static List<PermissionOverwrite> with(List<PermissionOverwrite> before, PermissionOverwrite overwrite) {
        List<PermissionOverwrite> after = new ArrayList<>(without(before, overwrite.id()));
        after.add(overwrite);
        return after;
    }

    public static List<PermissionOverwrite> without(List<PermissionOverwrite> before, String id) {
        return before.stream().filter(overwrite -> !overwrite.id().equals(id)).toList();
    }

    /** Refuses unless the caller may turn a channel's overwrites from these into those. */
    public void require(List<PermissionOverwrite> before, List<PermissionOverwrite> after) {
        if (after.size() > MOST && after.size() > before.size()) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_CHANNEL_PERMISSION_OVERWRITES_REACHED);
        }
        Map<Target, PermissionOverwrite> old = byTarget(before);
        Map<Target, PermissionOverwrite> next = byTarget(after);
        Set<Target> targets = new LinkedHashSet<>(old.keySet());
        targets.addAll(next.keySet());
        long touched = Permission.NONE;
        long set = Permission.NONE;
        for (Target target : targets) {
            PermissionOverwrite from = old.get(target);
            PermissionOverwrite to = next.get(target);
            if (from == null) {
                requireTarget(target);
            }
            long allow = bits(from, PermissionOverwrite::allow) ^ bits(to, PermissionOverwrite::allow);
            long deny = bits(from, PermissionOverwrite::deny) ^ bits(to, PermissionOverwrite::deny);
            touched |= allow | deny;
            set |= allow & bits(to, PermissionOverwrite::allow) | deny & bits(to, PermissionOverwrite::deny);
        }
        guild.permissions().requireHeld(caller, touched);
        if (Permission.MANAGE_ROLES.in(set)) {
            guild.permissions().require(caller, Permission.ADMINISTRATOR);
        }
    }

    private void requireTarget(Target target) {
        long id = Snowflake.parse(target.id());
        if (target.type() == PermissionOverwrite.ROLE) {
            guild.role(id);
        } else {
            guild.member(id);
        }
    }

    private static Map<Target, PermissionOverwrite> byTarget(List<PermissionOverwrite> overwrites) {
        Map<Target, PermissionOverwrite> byTarget = new LinkedHashMap<>();
        overwrites.forEach(overwrite -> byTarget.put(new Target(overwrite.type(), overwrite.id()), overwrite));
        return byTarget;
    }

    private static long bits(PermissionOverwrite overwrite, Function<PermissionOverwrite, String> part) {
        return overwrite == null ? Permission.NONE : Permission.parse(part.apply(overwrite));
    }

    private record Target(int type, String id) {}
}
