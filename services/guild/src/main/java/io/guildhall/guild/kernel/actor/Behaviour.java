package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.RowView;
import java.util.List;

/**
 * One kind of actor: how its state is loaded and what commands do to it. Everything here runs on the actor's virtual
 * thread, one call at a time, as plain blocking code.
 *
 * @param <S> the state in memory
 */
public interface Behaviour<S extends Reversible<?>> {
    ActorKind kind();

    /**
     * Whether there is anything to load, asked before the actor claims an epoch, so that requests for made-up ids write
     * nothing.
     *
     * @throws io.guildhall.model.error.ApiException when there is no such guild, user or channel and the command does not
     *     create it
     */
    void requireExists(ActorKey key, Command first, StorageFacade storage);

    /** Reads the whole state, once in each epoch. */
    S load(ActorContext context);

    /**
     * Reads that {@link #handle} will make whatever the state is, as the command alone tells. They are made while the command waits for
     * its turn, and handed to it when it asks for exactly them. Called on any thread; must not block.
     */
    default List<ReadRequest> foreseen(ActorKey key, Command command) {
        return List.of();
    }

    /**
     * As {@link #foreseen(ActorKey, Command)}, of what depends on the state too. It may be another when the command has its turn: then
     * what was read is not asked for, or not enough. Called while the actor changes the state: only for what any thread may look at.
     */
    default List<ReadRequest> foreseen(S state, Command command) {
        return List.of();
    }

    /**
     * Reads that follow from what one of those that were foreseen says: {@link #handle} can make them only once it knows that. One step and
     * no more; called on any thread; must not block.
     */
    default List<ReadRequest> following(Command command, ReadRequest read, List<RowView> rows) {
        return List.of();
    }

    /**
     * Runs one command: changes the state and collects what must be written and told. Reads show what earlier commands
     * collected, whether or not that is written by now. Whatever this throws, the state is put back to how it was.
     *
     * @throws io.guildhall.model.error.ApiException when the command is refused
     */
    Reply handle(S state, Command command, Changes changes);

    /** The actor is given up: the state is about to be forgotten. Nothing can be written any more. */
    default void released(S state) {}
}
