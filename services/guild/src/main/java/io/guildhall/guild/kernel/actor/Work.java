package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What waits in a mailbox. */
sealed interface Work {
    record Run(Command command, CompletableFuture<Outcome> outcome) implements Work {}

    /** Finish everything, let the audience go and forget the state; completes with what came in behind it. */
    record Close(CompletableFuture<List<Work>> left) implements Work {}
}
