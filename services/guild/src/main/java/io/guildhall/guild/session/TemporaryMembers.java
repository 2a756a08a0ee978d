package io.guildhall.guild.session;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;

/** Those who came by an invite for a time: they are members as long as they are connected, or until somebody gives them a role. */
final class TemporaryMembers {
    private TemporaryMembers() {}

    /** One of the user's sessions has ended. */
    static void left(GuildState guild, long userId, Changes changes) {
        if (guild.presences().hasSession(userId)) {
            return;
        }
        guild.findMember(userId)
                .filter(member -> member.temporary() && userId != guild.ownerId())
                .ifPresent(member -> new MemberEdits(guild, changes).remove(member));
    }
}
