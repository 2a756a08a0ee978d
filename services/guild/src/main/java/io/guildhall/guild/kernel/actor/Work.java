package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.log.ListedActor;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** What waits in a mailbox. */
sealed interface Work {
    /** @param foreseen reads that were begun while it waits; empty unless it waited */
    record Run(Command command, CompletableFuture<Outcome> outcome, AtomicReference<Foreseen> foreseen)
            implements Work {
        Run(Command command, CompletableFuture<Outcome> outcome) {
            this(command, outcome, new AtomicReference<>());
        }

        Optional<Foreseen> reads() {
            return Optional.ofNullable(foreseen.get());
        }
    }

    /** Write how far the readers of the log have come. */
    record Settle() implements Work {}

    /** Deliver what the log holds; completes when that has begun, or can't. */
    record Deliver(ListedActor listed, CompletableFuture<Void> begun) implements Work {}

    /** Finish everything, let the audience go and forget the state; completes with what came in behind it. */
    record Close(CompletableFuture<List<Work>> left) implements Work {}

    /** Another owner may have claimed the actor: what is in memory is forgotten. */
    record Lost() implements Work {}

    /** Another owner has claimed the actor in this epoch: what is in memory of an earlier one is forgotten. */
    record Stale(long newerEpoch) implements Work {}
}
