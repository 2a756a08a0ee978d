package io.guildhall.guild.purge;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.kernel.actor.StorageUnavailable;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ChannelPurges;
import io.guildhall.model.time.Pace;
import io.guildhall.observability.process.Guard;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Looks for deleted channels in this node's shards and works them off, one after the other. The shards are divided among the
 * guild nodes like guilds are: when a node goes, others find its requests, and go on with what it had begun.
 */
final class PurgeRounds {
    private static final Logger LOG = Logger.getLogger(PurgeRounds.class);
    private static final int PAGE = 1_000;

    private final StorageFacade storage;
    private final Discovery discovery;
    private final Clock clock;
    private final Duration delay;
    private final Pace pace;
    private final PurgeMeters meters;
    private Duration untilDue;

    /**
     * @param delay how long after its request a purge begins at the earliest, by this node's clock. So everything that it
     *     deletes has been written by clocks that are behind, as long as clocks differ by less
     */
    PurgeRounds(
            StorageFacade storage, Discovery discovery, Clock clock, Duration delay, Pace pace, PurgeMeters meters) {
        this.storage = storage;
        this.discovery = discovery;
        this.clock = clock;
        this.delay = delay;
        this.pace = pace;
        this.meters = meters;
    }

    /**
     * Goes through all shards once.
     *
     * @param running once false, the round ends early
     * @param longest what it answers when nothing is waiting for its time
     * @return how long until the next round is worth its while
     */
    Duration round(BooleanSupplier running, Duration longest) throws InterruptedException {
        untilDue = longest;
        Optional<StorageUnavailable> failure = Optional.empty();
        long waiting = 0;
        for (long shard = 0; shard < ChannelPurges.SHARDS; shard++) {
            try {
                waiting += work(shard, running);
            } catch (StorageUnavailable unavailable) {
                failure = Optional.of(unavailable);
            }
        }
        if (failure.isPresent() && running.getAsBoolean()) {
            LOG.warnf(
                    "Some deleted channels wait for the next round: %s",
                    failure.get().toString());
        }
        meters.waiting(waiting);
        return untilDue;
    }

    /** How many requests are left. */
    private long work(long shard, BooleanSupplier running) throws InterruptedException {
        BooleanSupplier goesOn = () -> running.getAsBoolean() && isMine(shard);
        if (!goesOn.getAsBoolean()) {
            return 0;
        }
        long left = 0;
        List<RowView> page = page(shard, 0);
        while (!page.isEmpty()) {
            for (RowView request : page) {
                left += goesOn.getAsBoolean() && isDue(request) && purge(request, goesOn) ? 0 : 1;
            }
            page = page.size() < PAGE ? List.of() : page(shard, page.getLast().get(ChannelPurges.CHANNEL_ID));
        }
        return left;
    }

    /** A channel that can't be purged for another reason than the store's waits for the next round and holds up no other. */
    private boolean purge(RowView request, BooleanSupplier goesOn) throws InterruptedException {
        long channel = request.get(ChannelPurges.CHANNEL_ID);
        try {
            boolean finished = new ChannelPurge(storage, channel, pace, goesOn, meters::removed).run();
            if (finished) {
                meters.finished();
            }
            return finished;
        } catch (InterruptedException | StorageUnavailable passedOn) {
            throw passedOn;
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            LOG.errorf(failure, "Removing channel %s failed", Long.toUnsignedString(channel));
            return false;
        }
    }

    private boolean isDue(RowView request) {
        Duration rest =
                delay.plusMillis(request.get(ChannelPurges.REQUESTED_AT, 0L)).minusMillis(clock.millis());
        if (rest.isPositive()) {
            untilDue = rest.compareTo(untilDue) < 0 ? rest : untilDue;
        }
        return !rest.isPositive();
    }

    private boolean isMine(long shard) {
        String self = discovery.self(Role.GUILD).id();
        return Ring.choose(discovery.nodes(Role.GUILD), shard)
                .filter(node -> node.id().equals(self))
                .isPresent();
    }

    private List<RowView> page(long shard, long after) {
        return storage.read(
                ChannelPurges.TABLE,
                Read.from(ChannelPurges.TABLE, shard).after(after).limit(PAGE).build());
    }
}
