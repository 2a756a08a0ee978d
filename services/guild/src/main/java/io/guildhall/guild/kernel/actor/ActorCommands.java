package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import java.util.concurrent.CompletionStage;

/** Sends commands to whichever node owns their actor, following one Moved. */
public interface ActorCommands {
    /** Never completes with an exception: what can't be delivered is an unavailable outcome. */
    CompletionStage<Outcome> execute(Command command);

    /** Blocks for the outcome. Only outside a mailbox ({@link Reply#later}): two actors that wait for each other hang. */
    default Outcome ask(Command command) {
        return execute(command).toCompletableFuture().join();
    }
}
