package io.guildhall.relay.audience;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Who could see one of some channels before a change. Made for one event; each class of members is asked about once. */
final class FormerAnswers {
    private final GuildRules rules;
    private final PermissionClasses classes;
    private final List<Long> channels;
    private final long permissions;
    private final long now;
    private final BitSet asked = new BitSet();
    private final BitSet allowed = new BitSet();

    FormerAnswers(GuildRules rules, PermissionClasses classes, List<Long> channels, long permissions, long now) {
        this.rules = rules;
        this.classes = classes;
        this.channels = channels;
        this.permissions = permissions;
        this.now = now;
    }

    boolean allowed(int permissionClass, long user) {
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
