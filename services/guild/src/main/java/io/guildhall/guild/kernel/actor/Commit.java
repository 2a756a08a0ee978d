package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import java.util.List;
import java.util.function.Consumer;

/**
 * One command's changes on their way to the store.
 *
 * @param publish what happens once they are durable, ending with the reply
 * @param refuse what happens when they could not be written
 * @param undo puts the actor back to how it was before the command; run on the actor's own thread
 */
record Commit(List<Mutation> mutations, Runnable publish, Consumer<Outcome> refuse, Runnable undo) {
    long bytes() {
        return mutations.stream().mapToLong(Mutation::getSerializedSize).sum();
    }
}
