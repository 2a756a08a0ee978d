package io.guildhall.model.permission;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The permission rules once more, with sets of names and no thought for speed: what the evaluator is held against. */
final class NaivePermissions {
    private NaivePermissions() {}

    static Set<Permission> inChannel(
            boolean owner,
            boolean timedOut,
            long guildId,
            Map<Long, Long> roles,
            long userId,
            List<Long> memberRoles,
            List<Overwrites.Entry> overwrites,
            ChannelRules rules) {
        EnumSet<Permission> everything = EnumSet.allOf(Permission.class);
        if (owner) {
            return everything;
        }
        EnumSet<Permission> granted = names(roles.getOrDefault(guildId, 0L));
        for (long role : memberRoles) {
            granted.addAll(names(roles.getOrDefault(role, 0L)));
        }
        if (granted.contains(Permission.ADMINISTRATOR)) {
            return everything;
        }
        for (Overwrites.Entry overwrite : overwrites) {
            if (!overwrite.member() && overwrite.id() == guildId) {
                granted.removeAll(names(overwrite.deny()));
                granted.addAll(names(overwrite.allow()));
            }
        }
        List<Overwrites.Entry> ofRoles = overwrites.stream()
                .filter(overwrite -> !overwrite.member() && overwrite.id() != guildId)
                .filter(overwrite -> memberRoles.contains(overwrite.id()))
                .toList();
        ofRoles.forEach(overwrite -> granted.removeAll(names(overwrite.deny())));
        ofRoles.forEach(overwrite -> granted.addAll(names(overwrite.allow())));
        for (Overwrites.Entry overwrite : overwrites) {
            if (overwrite.member() && overwrite.id() == userId) {
                granted.removeAll(names(overwrite.deny()));
                granted.addAll(names(overwrite.allow()));
            }
        }
        imply(granted, rules);
        if (timedOut) {
            granted.retainAll(Set.of(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY));
        }
        return granted;
    }

    private static void imply(Set<Permission> granted, ChannelRules rules) {
        if (!granted.contains(Permission.VIEW_CHANNEL)
                || (rules == ChannelRules.VOICE && !granted.contains(Permission.CONNECT))) {
            granted.clear();
            return;
        }
        if (rules == ChannelRules.THREAD) {
            granted.remove(Permission.SEND_MESSAGES);
            if (granted.contains(Permission.SEND_MESSAGES_IN_THREADS)) {
                granted.add(Permission.SEND_MESSAGES);
            }
        }
        if (!granted.contains(Permission.SEND_MESSAGES)) {
            granted.removeAll(Set.of(
                    Permission.MENTION_EVERYONE,
                    Permission.SEND_TTS_MESSAGES,
                    Permission.ATTACH_FILES,
                    Permission.EMBED_LINKS));
        }
    }

    static EnumSet<Permission> names(long set) {
        EnumSet<Permission> names = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (permission.in(set)) {
                names.add(permission);
            }
        }
        return names;
    }
}
