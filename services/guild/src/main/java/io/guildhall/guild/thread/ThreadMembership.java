package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadRoster;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.ThreadMember;

/** What the operations about members of threads have in common. */
final class ThreadMembership {
    private ThreadMembership() {}

    static void requireRoom(GuildThread thread) {
        if (thread.members().size() >= ThreadRoster.MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_THREAD_PARTICIPANTS_REACHED);
        }
    }

    /** The member's object, with what it is in the guild when the call asks for that. */
    static ThreadMember shown(GuildThread thread, GuildMember member, Call call) {
        ThreadMember shown = thread.memberPayload(member.id());
        return call.queryFlag("with_member") ? shown.with(member.payload()) : shown;
    }

    static ThreadMember get(GuildState guild, GuildThread thread, Call call) {
        return guild.findMember(call.id("user_id"))
                .filter(thread::joinedBy)
                .map(member -> shown(thread, member, call))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_MEMBER));
    }
}
