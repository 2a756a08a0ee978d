package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.RollCall;
import io.guildhall.model.rpc.RollCallReply;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** A guild node that answers commands as the test says and has nothing to be pulled. */
record ScriptedOwner(Function<Command, Uni<Outcome>> answer) implements GuildOwner {
    @Override
    public Uni<Outcome> execute(Command command) {
        return answer.apply(command);
    }

    @Override
    public Uni<PullReply> pull(PullRequest request) {
        return Uni.createFrom()
                .item(PullReply.newBuilder().setUnknownTicket(true).build());
    }

    @Override
    public Uni<RollCallReply> callRoll(RollCall call) {
        return Uni.createFrom().item(RollCallReply.getDefaultInstance());
    }
}
