package io.guildhall.guild.kernel.actor;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Last owners that can not be reached and did not leave for certain, and since when this node wants to follow them. Any change of the nodes
 * begins the time anew: by its end the last owner has either lost its lease or, since no node's view is older than its lease, seen
 * for itself that the actor is another's. Those for whom nobody asks again are forgotten after ten leases, where there are many.
 */
final class Doubts {
    private static final int FEWEST_TO_SWEEP = 1_024;
    private static final int LEASES_KEPT = 10;

    private record Doubt(String owner, long epoch, long since) {}

    private final Map<ActorKey, Doubt> doubts = new ConcurrentHashMap<>();
    private final Discovery discovery;
    private final LongSupplier nanoTime;
    private volatile int sweepAt = FEWEST_TO_SWEEP;

    Doubts(Discovery discovery, LongSupplier nanoTime) {
        this.discovery = discovery;
        this.nanoTime = nanoTime;
        discovery.watch(Role.GUILD, nodes -> doubts.clear());
    }

    /** How long the owner of this epoch still counts as alive; zero or less when it does not. */
    Duration left(ActorKey key, LastOwner owner, long epoch) {
        long now = nanoTime.getAsLong();
        if (doubts.size() > sweepAt) {
            sweep(now);
        }
        Doubt doubt = doubts.compute(
                key,
                (same, known) -> known != null && known.owner().equals(owner.id()) && known.epoch() == epoch
                        ? known
                        : new Doubt(owner.id(), epoch, now));
        // Of a node that discovery lists the view may be one lease old when the time begins, and ours when it ends.
        Duration patience = discovery.leaseTtl().multipliedBy(owner.isKnown() ? 2 : 1);
        return patience.minusNanos(now - doubt.since());
    }

    void settled(ActorKey key) {
        doubts.remove(key);
    }

    int size() {
        return doubts.size();
    }

    private synchronized void sweep(long now) {
        if (doubts.size() > sweepAt) {
            long kept = discovery.leaseTtl().multipliedBy(LEASES_KEPT).toNanos();
            doubts.values().removeIf(doubt -> now - doubt.since() > kept);
            sweepAt = Math.max(FEWEST_TO_SWEEP, 2 * doubts.size());
        }
    }
}
