package io.guildhall.gateway.session;

import io.guildhall.model.rpc.Position;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/**
 * The actors whose events one session receives, with the position of the last event that it got from each. Arrays side by
 * side rather than a map of objects: a node holds these for every session. An actor that the session left stays known
 * until its place is needed, so that late repeats of its events are still recognised.
 */
public final class Attachments {
    static final int UNKNOWN_PARTITION = -1;
    private static final int LEFT = -2;
    private static final int FIRST_CAPACITY = 2;

    private LaneActor[] actors = new LaneActor[FIRST_CAPACITY];
    private int[] partitions = new int[FIRST_CAPACITY];
    private long[] epochs = new long[FIRST_CAPACITY];
    private long[] sequences = new long[FIRST_CAPACITY];
    private int count;

    /** The actor's index, or -1. */
    int find(LaneActor actor) {
        for (int index = 0; index < count; index++) {
            if (actors[index] == actor) {
                return index;
            }
        }
        return -1;
    }

    boolean attached(LaneActor actor) {
        int index = find(actor);
        return index >= 0 && partitions[index] != LEFT;
    }

    /**
     * Joins an actor, from a position when it is known (epoch 0 otherwise). Joining again keeps the later position.
     *
     * @return an actor that was left and whose place was needed, or null
     */
    LaneActor attach(LaneActor actor, long epoch, long sequence) {
        int index = find(actor);
        LaneActor forgotten = null;
        if (index < 0) {
            index = freePlace();
            forgotten = actors[index];
            actors[index] = actor;
            epochs[index] = epoch;
            sequences[index] = sequence;
        } else if (LaneActor.after(epoch, sequence, epochs[index], sequences[index])) {
            epochs[index] = epoch;
            sequences[index] = sequence;
        }
        partitions[index] = UNKNOWN_PARTITION;
        return forgotten;
    }

    /** Leaves the actor but remembers its position. */
    void leave(LaneActor actor) {
        int index = find(actor);
        if (index >= 0) {
            partitions[index] = LEFT;
        }
    }

    /**
     * Notes an event; false when the session had it already. Events of actors that are not known always pass.
     *
     * @param partition in which the session has everything that came; {@link #UNKNOWN_PARTITION} when it may lack some
     */
    boolean advance(LaneActor actor, int partition, long epoch, long sequence) {
        int index = find(actor);
        if (index < 0) {
            return true;
        }
        if (!LaneActor.after(epoch, sequence, epochs[index], sequences[index])) {
            return false;
        }
        epochs[index] = epoch;
        sequences[index] = sequence;
        if (partitions[index] != LEFT) {
            partitions[index] = partition;
        }
        return true;
    }

    /**
     * Where the session stands with the actor: everything up to there reached it. Epoch 0 when it has received nothing
     * yet.
     */
    Position position(int index) {
        Position own = received(index);
        if (partitions[index] < 0 || epochs[index] == 0) {
            return own;
        }
        Position seen = actors[index].watermark(partitions[index]);
        boolean later = LaneActor.after(seen.getEpoch(), seen.getSequence(), own.getEpoch(), own.getSequence());
        return later ? seen : own;
    }

    /** The last that the session itself received; epoch 0 for nothing. */
    Position received(int index) {
        return Position.newBuilder()
                .setEpoch(epochs[index])
                .setSequence(sequences[index])
                .build();
    }

    /** Fixes the position at which the session rejoins an actor under a new owner, which deals partitions anew. */
    void rejoin(int index, Position position) {
        epochs[index] = position.getEpoch();
        sequences[index] = position.getSequence();
        partitions[index] = UNKNOWN_PARTITION;
    }

    /** Calls back with every actor that the session is attached to and its index. */
    void forEach(ObjIntConsumer<LaneActor> action) {
        for (int index = 0; index < count; index++) {
            if (partitions[index] != LEFT) {
                action.accept(actors[index], index);
            }
        }
    }

    /** Every actor with a place here, those that were left included. */
    void forEachKnown(ObjIntConsumer<LaneActor> action) {
        for (int index = 0; index < count; index++) {
            action.accept(actors[index], index);
        }
    }

    private int freePlace() {
        if (count < actors.length) {
            return count++;
        }
        for (int index = 0; index < count; index++) {
            if (partitions[index] == LEFT) {
                return index;
            }
        }
        // A person is in a few dozen guilds for years: no room is kept for as many again.
        int larger = count + Math.max(FIRST_CAPACITY, count / 4);
        actors = Arrays.copyOf(actors, larger);
        partitions = Arrays.copyOf(partitions, larger);
        epochs = Arrays.copyOf(epochs, larger);
        sequences = Arrays.copyOf(sequences, larger);
        return count++;
    }
}
