package io.guildhall.guild.memberlist;

import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.catalogue.Roles;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The groups of a guild's member lists, from the top: roles that are shown apart, the highest first, then who else is online or not. */
record Groups(List<Long> roles, Map<Long, Integer> ranks) {
    private static final Comparator<GuildRole> HIGHEST_FIRST =
            Comparator.comparingLong(GuildRole::position).reversed().thenComparingLong(GuildRole::id);

    static Groups of(GuildView guild) {
        List<Long> roles = guild.roles().stream()
                .filter(role -> role.id() != guild.id() && role.row().get(Roles.HOIST, false))
                .sorted(HIGHEST_FIRST)
                .map(GuildRole::id)
                .toList();
        Map<Long, Integer> ranks = new HashMap<>();
        roles.forEach(role -> ranks.put(role, ranks.size()));
        return new Groups(roles, ranks);
    }

    int count() {
        return roles.size() + 2;
    }

    /** The group of somebody with these roles. Only who is online stands with its roles. */
    int of(long[] held, boolean online) {
        if (!online) {
            return offline();
        }
        int highest = roles.size();
        if (highest > 0) {
            for (long role : held) {
                highest = Math.min(highest, ranks.getOrDefault(role, highest));
            }
        }
        return highest;
    }

    boolean isOffline(int group) {
        return group == offline();
    }

    String id(int group) {
        if (group < roles.size()) {
            return Snowflake.format(roles.get(group));
        }
        return isOffline(group) ? "offline" : "online";
    }

    private int offline() {
        return roles.size() + 1;
    }
}
