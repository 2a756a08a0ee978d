package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ThreadOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Who is in a thread, by id; everybody, or a page with what each is in the guild. */
@Singleton
public final class ListThreadMembers implements ThreadOperation {
    private static final int PAGE = 100;

    @Override
    public Operation operation() {
        return ThreadOperations.LIST_THREAD_MEMBERS;
    }

    @Override
    public Reply handle(GuildState guild, GuildThread thread, Call call, Changes changes) {
        Stream<GuildMember> members = thread.members().list().stream()
                .flatMap(user -> guild.findMember(user).stream())
                .filter(thread::joinedBy);
        if (call.queryFlag("with_member")) {
            long after = call.queryId("after").orElse(0L);
            members = members.filter(member -> Long.compareUnsigned(member.id(), after) > 0)
                    .limit(call.queryNumber("limit", PAGE));
        }
        return Reply.json(members.map(member -> ThreadMembership.shown(thread, member, call))
                .toList());
    }
}
