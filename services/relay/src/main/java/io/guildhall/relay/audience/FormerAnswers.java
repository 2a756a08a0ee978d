package io.guildhall.relay.audience;

import io.guildhall.model.rpc.MemberRoles;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Who could see one of some channels before a change. Made for one event; each class of members is asked about once. */
final class FormerAnswers {
    private final GuildRules rules;
    private final Map<Long, MemberRoles> members;
    private final PermissionClasses classes;
    private final List<Long> channels;
    private final long permissions;
    private final long now;
    private final BitSet asked = new BitSet();
    private final BitSet allowed = new BitSet();

    FormerAnswers(Then past, PermissionClasses classes, List<Long> channels, long permissions, long now) {
        this.rules = past.rules();
        this.members = past.members();
        this.classes = classes;
        this.channels = channels;
        this.permissions = permissions;
        this.now = now;
    }

    boolean allowed(int permissionClass, long user) {
        MemberRoles had = members.get(user);
        if (had != null) {
            return allows(PermissionClass.individual(had.getRolesList(), user, had.getTimedOutUntil()));
        }
        if (rules.individuals().contains(user)) {
            // Had an answer of its own then, and may share one with others by now.
            PermissionClass shared = classes.get(permissionClass);
            List<Long> roles = Arrays.stream(shared.roles()).boxed().toList();
            return allows(PermissionClass.individual(roles, user, shared.timedOutUntil()));
        }
        if (!asked.get(permissionClass)) {
            asked.set(permissionClass);
            allowed.set(permissionClass, allows(classes.get(permissionClass)));
        }
        return allowed.get(permissionClass);
    }

    private boolean allows(PermissionClass asking) {
        return channels.stream().anyMatch(channel -> rules.allows(asking, channel, permissions, now));
    }
}
