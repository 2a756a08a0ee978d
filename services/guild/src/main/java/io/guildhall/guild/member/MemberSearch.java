package io.guildhall.guild.member;

import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Finds members by the beginning of a name. */
public final class MemberSearch {
    private MemberSearch() {}

    /** Members whose username, display name or nick begins so, whatever the case, by id. Looks at every member, if it must. */
    public static List<GuildMember> byPrefix(GuildView guild, String prefix, int limit) {
        return first(guild.members().named(prefix), limit);
    }

    /** At most so many of these. */
    static List<GuildMember> first(Iterator<GuildMember> members, int limit) {
        List<GuildMember> found = new ArrayList<>();
        while (found.size() < limit && members.hasNext()) {
            found.add(members.next());
        }
        return found;
    }
}
