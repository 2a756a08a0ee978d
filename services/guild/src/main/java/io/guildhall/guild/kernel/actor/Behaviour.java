package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;

/**
 * One kind of actor: how its state is loaded and what commands do to it. Everything here runs on the actor's virtual
 * thread, one call at a time, as plain blocking code.
 *
 * @param <S> the state in memory
 */
public interface Behaviour<S> {
    ActorKind kind();

    /**
     * Whether there is anything to load, asked before the actor claims an epoch, so that requests for made-up ids write
     * nothing.
     *
     * @throws io.guildhall.model.error.ApiException when there is no such guild, user or channel and the command does not
     *     create it
     */
    void requireExists(ActorKey key, Command first, StorageFacade storage);

    /** Reads the whole state. Called on first use and again after a write failed. */
    S load(ActorContext context);

    /**
     * Runs one command: checks first, and only then changes the state and collects what must be written and told.
     *
     * @throws io.guildhall.model.error.ApiException when the command is refused; the state must then be unchanged
     */
    Reply handle(S state, Command command, Changes changes);

    /** The actor is given up: the state is about to be forgotten. Nothing can be written any more. */
    default void released(S state) {}
}
