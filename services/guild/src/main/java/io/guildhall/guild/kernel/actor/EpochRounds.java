package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.table.catalogue.ActorEpochs;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Finds actors that another node has claimed without this one hearing of it. An owner that writes meets the fence; one that only reads, or
 * only holds sessions, would go on with what it once loaded, and its answers to roll calls would hide that it is over. So the store is
 * asked which epoch is the last, of those actors first that have known it for the longest time.
 *
 * <p>A round costs at most {@value #MOST} reads of one row, one after the other, so that they take nothing from anybody; with more actors
 * it takes longer until each has had its turn. A round ends when the store does not answer.
 */
final class EpochRounds {
    static final int MOST = 128;
    /** What is known for less than this counts as fresh. */
    static final Duration FRESH = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(EpochRounds.class);

    private final Supplier<Collection<Actor<?>>> actors;
    private final StorageFacade storage;
    private final Clock clock;

    private record Due(Actor<?> actor, Claimed claimed) {}

    EpochRounds(Supplier<Collection<Actor<?>>> actors, StorageFacade storage, Clock clock) {
        this.actors = actors;
        this.storage = storage;
        this.clock = clock;
    }

    /** Blocks for the store. */
    void round() {
        long now = clock.millis();
        List<Due> due = actors.get().stream()
                .flatMap(actor -> actor.claimed().map(claimed -> new Due(actor, claimed)).stream())
                .filter(one -> !isFresh(one.claimed(), now))
                .sorted(Comparator.comparingLong(one -> one.claimed().knownAt()))
                .limit(MOST)
                .toList();
        try {
            due.forEach(one -> ask(one.actor(), one.claimed()));
        } catch (StorageUnavailable unavailable) {
            LOG.debugf("The store does not say who owns what: %s", unavailable.toString());
        }
    }

    /** A clock that was set back makes nothing fresh. */
    private static boolean isFresh(Claimed claimed, long now) {
        return claimed.knownAt() <= now && now - claimed.knownAt() <= FRESH.toMillis();
    }

    private void ask(Actor<?> actor, Claimed claimed) {
        ActorKey key = actor.key();
        long asked = clock.millis();
        long last = storage.row(ActorEpochs.TABLE, (long) key.getKindValue(), key.getId())
                .map(row -> row.get(ActorEpochs.EPOCH, 0L))
                .orElse(0L);
        if (last > claimed.epoch()) {
            LOG.warnf(
                    "%s %s is in epoch %d, and was owned here in %d",
                    key.getKind(), Long.toUnsignedString(key.getId()), last, claimed.epoch());
            actor.offer(new Work.Stale(last));
        } else {
            claimed.known(asked);
        }
    }
}
