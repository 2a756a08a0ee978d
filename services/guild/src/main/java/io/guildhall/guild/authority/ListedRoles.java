package io.guildhall.guild.authority;

import java.util.List;

/**
 * Roles as a request lists them. Everybody bears @everyone's, whose id is the guild's, and libraries list it with what a member bears: in a
 * list it is passed over. Alone, in a path, {@link RoleGuard} refuses it.
 */
public final class ListedRoles {
    private ListedRoles() {}

    /** Each once, without @everyone. */
    public static List<Long> of(long guildId, List<Long> listed) {
        return listed.stream().filter(role -> role != guildId).distinct().toList();
    }

    /** Those of whom one has to be borne: none, which is no condition, when @everyone is among them. */
    public static List<Long> anyOf(long guildId, List<Long> listed) {
        return listed.contains(guildId) ? List.of() : of(guildId, listed);
    }
}
