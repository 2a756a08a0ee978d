package io.guildhall.guild.member;

import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.table.catalogue.Members;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds members by the beginning of a name. */
public final class MemberSearch {
    private MemberSearch() {}

    /** Members whose username, display name or nick begins so, whatever the case, by id. */
    public static List<GuildMember> byPrefix(GuildState guild, String prefix, int limit) {
        String lower = prefix.toLowerCase(Locale.ROOT);
        return guild.members().stream()
                .filter(member -> begins(member.user().username(), lower)
                        || begins(member.user().globalName(), lower)
                        || begins(member.row().get(Members.NICK), lower))
                .sorted(Comparator.comparingLong(GuildMember::id))
                .limit(limit)
                .toList();
    }

    private static boolean begins(String name, String lowerPrefix) {
        return name != null && name.toLowerCase(Locale.ROOT).startsWith(lowerPrefix);
    }
}
