package io.guildhall.guild.kernel.actor;

import com.google.protobuf.ByteString;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.storageclient.Timestamps;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Takes an actor over: asks the last owner to let go, writes the next epoch on the condition that nobody else has, and, unless the last owner
 * let go in good order, sees to it that no write of an older epoch can be acknowledged any more. What was acknowledged is durable by
 * then, so the state that is loaded next has it. docs/decisions/0015-fencing.md has the argument.
 *
 * <p>With its answer the last owner tells how far its write timestamps have come, so that this node's are above them even when its clock is
 * behind. An owner that died can not tell: then they begin ahead of the clock.
 */
public final class EpochClaim {
    /** The step by which the next owner asks the last one to let go; the body names the node that is meant. */
    public static final String RELEASE = "$release";

    /** The status of a release by an owner whose own claim had not been finished. */
    static final int UNFINISHED = 202;

    private static final int FINISHED = 200;
    private static final Duration SOON = Duration.ofSeconds(1);
    /** How far the clocks of guild nodes may differ without a later write being taken for an earlier one. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

    private final Discovery discovery;
    private final Peers<GuildOwner> peers;
    private final Timestamps timestamps;
    private final ClaimNotices notices;
    private final LongSupplier nanoTime;
    private final Doubts doubts;
    private final UnfinishedClaims unfinished = new UnfinishedClaims();

    /** In one process, whose store holds writes against the epoch itself. */
    public EpochClaim(Discovery discovery, Peers<GuildOwner> peers, Timestamps timestamps) {
        this(discovery, peers, timestamps, ClaimNotices.NOBODY, System::nanoTime);
    }

    public EpochClaim(
            Discovery discovery,
            Peers<GuildOwner> peers,
            Timestamps timestamps,
            ClaimNotices notices,
            LongSupplier nanoTime) {
        this.discovery = discovery;
        this.peers = peers;
        this.timestamps = timestamps;
        this.notices = notices;
        this.nanoTime = nanoTime;
        this.doubts = new Doubts(discovery, nanoTime);
    }

    /** The owner's term in this epoch, as its writes carry it. */
    static Fence fence(ActorKey key, long epoch) {
        return Fence.newBuilder()
                .setActorKind(key.getKindValue())
                .setActorId(key.getId())
                .setEpoch(epoch)
                .build();
    }

    /** What the last owner answers once it has let go: the last timestamp that it may have written with. */
    Outcome farewell(ActorKey key) {
        return Outcomes.success(
                unfinished.contains(key) ? UNFINISHED : FINISHED,
                ByteString.copyFromUtf8(Long.toString(timestamps.last())));
    }

    /**
     * Blocks until the epoch is this node's alone.
     *
     * @throws UnsettledOwnerException when the last owner counts as alive and does not answer, when another node claimed at the same time,
     *     or when this node is not the owner any more
     * @throws StorageUnavailable when the store can not be asked; what this call has written is put right by the next one
     */
    long claim(ActorKey key, StorageFacade storage) {
        long term = discovery.term();
        Optional<RowView> before = storage.row(ActorEpochs.TABLE, (long) key.getKindValue(), key.getId());
        boolean quiet = before.isEmpty() || isQuiet(key, before.get());
        requireOwner(key, term);
        // An attempt before whose write's outcome was not known may turn out to be the one that won.
        boolean owing = !quiet && !unfinished.add(key);
        long epoch = before.map(row -> row.get(ActorEpochs.EPOCH, 0L)).orElse(0L) + 1;
        if (!storage.writeConditional(storage.batch(List.of(row(key, epoch, before))))) {
            if (!quiet && !owing) {
                unfinished.remove(key);
            }
            throw new UnsettledOwnerException("the actor was claimed meanwhile", SOON);
        }
        if (!quiet) {
            silence(fence(key, epoch));
            unfinished.remove(key);
        }
        doubts.settled(key);
        requireOwner(key, term);
        return epoch;
    }

    /** True when nothing that an earlier owner wrote can still be acknowledged; otherwise it counts as dead. */
    private boolean isQuiet(ActorKey key, RowView row) {
        LastOwner last = LastOwner.of(row, discovery);
        if (last.isSelf()) {
            return !unfinished.contains(key);
        }
        if (!last.isKnown() && last.hasLeft()) {
            return false;
        }
        return switch (last.askToRelease(key, peers, timestamps)) {
            case RELEASED -> true;
            case RELEASED_UNFINISHED -> false;
            case NONE -> {
                if (!last.hasLeft()) {
                    awaitItsEnd(key, last, row.get(ActorEpochs.EPOCH, 0L));
                }
                yield false;
            }
        };
    }

    private void awaitItsEnd(ActorKey key, LastOwner last, long epoch) {
        Duration left = doubts.left(key, last, epoch);
        if (left.isPositive()) {
            throw new UnsettledOwnerException("the last owner, node " + last.id() + ", may still be alive", left);
        }
    }

    /** Nobody who heard of the claim acknowledges an older write when this returns, nor anybody who did not. */
    private void silence(Fence fence) {
        long claimed = nanoTime.getAsLong();
        Duration unheard = notices.tell(fence);
        if (!unheard.isZero()) {
            // A tenth more, since monotonic clocks do not run equally fast.
            sleep(unheard.plus(unheard.dividedBy(10)).minusNanos(nanoTime.getAsLong() - claimed));
        }
        timestamps.ahead(CLOCKS_DIFFER);
    }

    private Mutation row(ActorKey key, long epoch, Optional<RowView> before) {
        Node self = discovery.self(Role.GUILD);
        Write row = Write.to(ActorEpochs.TABLE, (long) key.getKindValue(), key.getId())
                .set(ActorEpochs.EPOCH, epoch)
                .set(ActorEpochs.NODE, self.id())
                .set(ActorEpochs.ADDRESS, self.address());
        return (before.isEmpty() ? row.ifAbsent() : row.ifCell(ActorEpochs.EPOCH, epoch - 1)).build();
    }

    private void requireOwner(ActorKey key, long term) {
        boolean chosen = Ring.choose(discovery.nodes(Role.GUILD), key.getId())
                .filter(node -> node.id().equals(discovery.self(Role.GUILD).id()))
                .isPresent();
        if (!chosen || term == Discovery.NO_TERM || discovery.term() != term) {
            throw new UnsettledOwnerException("this node is not the owner any more", SOON);
        }
    }

    private static void sleep(Duration time) {
        try {
            if (time.isPositive()) {
                Thread.sleep(time);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("interrupted while a claim was under way", interrupted);
        }
    }
}
