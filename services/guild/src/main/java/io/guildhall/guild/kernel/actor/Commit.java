package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import java.util.List;

/**
 * One command's changes on their way to the store.
 *
 * @param publish what happens once they are durable, ending with the reply
 * @param refuse what happens when they could not be written
 */
record Commit(List<Mutation> mutations, Runnable publish, java.util.function.Consumer<Outcome> refuse) {}
