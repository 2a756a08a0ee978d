package io.guildhall.gateway.session;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Position;
import java.util.Arrays;

/**
 * An actor that sessions of one lane are attached to, with the newest position seen in each of its partitions. A session
 * of a partition has received everything up to there that it may see, whether or not a frame named it.
 */
public final class LaneActor {
    private static final int STRIDE = 2;

    private final ActorKind kind;
    private final long id;
    private int attached;
    private long newestEpoch;
    private long[] watermarks = new long[STRIDE];

    public LaneActor(ActorKind kind, long id) {
        this.kind = kind;
        this.id = id;
    }

    public ActorKind kind() {
        return kind;
    }

    public long id() {
        return id;
    }

    public ActorKey key() {
        return ActorKey.newBuilder().setKind(kind).setId(id).build();
    }

    void retain() {
        attached++;
    }

    /** True when the last session has left. */
    boolean release() {
        attached--;
        return attached == 0;
    }

    /** True when an owner of a later epoch is known to have taken over; an epoch of 0 stands outside the order. */
    boolean outdates(long epoch) {
        return epoch != 0 && epoch < newestEpoch;
    }

    long newestEpoch() {
        return newestEpoch;
    }

    /** Somebody stands at a position of this epoch. */
    void known(long epoch) {
        newestEpoch = Math.max(newestEpoch, epoch);
    }

    /** Raises the partition's watermark; never lowers it. */
    public void seen(int partition, long epoch, long sequence) {
        known(epoch);
        int at = partition * STRIDE;
        if (at >= watermarks.length) {
            watermarks = Arrays.copyOf(watermarks, at + STRIDE);
        }
        if (after(epoch, sequence, watermarks[at], watermarks[at + 1])) {
            watermarks[at] = epoch;
            watermarks[at + 1] = sequence;
        }
    }

    /** The partition's newest position; epoch 0 when nothing was seen. */
    public Position watermark(int partition) {
        int at = partition * STRIDE;
        if (at >= watermarks.length) {
            return Position.getDefaultInstance();
        }
        return Position.newBuilder()
                .setEpoch(watermarks[at])
                .setSequence(watermarks[at + 1])
                .build();
    }

    /** True when the first position is later than the second. */
    static boolean after(long epoch, long sequence, long otherEpoch, long otherSequence) {
        return epoch != otherEpoch ? epoch > otherEpoch : sequence > otherSequence;
    }
}
