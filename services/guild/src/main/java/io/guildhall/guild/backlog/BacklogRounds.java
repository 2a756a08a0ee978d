package io.guildhall.guild.backlog;

import io.guildhall.guild.kernel.actor.Actors;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.kernel.log.BacklogList;
import io.guildhall.guild.kernel.log.ListedActor;
import io.guildhall.model.table.catalogue.ActorBacklogs;
import io.guildhall.model.time.Pace;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Looks through the list of actors for whom something waits and takes over those that are this node's and that nobody uses:
 * the last owner died, or another one has given them up. So a message arrives although nobody touches its sender.
 */
final class BacklogRounds {
    /** How many actors are taken over at once: with each, its last owner may have to be waited for. */
    static final int SIDE_BY_SIDE = 64;

    private final Semaphore places = new Semaphore(SIDE_BY_SIDE);
    private final Actors actors;
    private final StorageFacade storage;
    private final BacklogList backlogs;
    private final Pace pace;

    /** @param pace of actors that are taken over */
    BacklogRounds(Actors actors, StorageFacade storage, Clock clock, Pace pace) {
        this.actors = actors;
        this.storage = storage;
        this.backlogs = new BacklogList(storage::read, clock);
        this.pace = pace;
    }

    /**
     * Goes through the whole list once; ends when everything that was begun is done.
     *
     * @param running once false, the round ends early
     * @return how many actors were taken over
     */
    int round(BooleanSupplier running) throws InterruptedException {
        int taken = 0;
        for (long slot : backlogs.slots()) {
            boolean empty = true;
            for (long shard = 0; shard < ActorBacklogs.SHARDS && running.getAsBoolean(); shard++) {
                List<ListedActor> page = backlogs.page(slot, shard, Optional.empty());
                while (!page.isEmpty() && running.getAsBoolean()) {
                    empty = false;
                    taken += takeOver(page);
                    page = backlogs.page(slot, shard, Optional.of(page.getLast()));
                }
            }
            if (empty && running.getAsBoolean()) {
                backlogs.forgetting(slot).ifPresent(forgetting -> storage.writeNow(List.of(forgetting)));
            }
        }
        places.acquire(SIDE_BY_SIDE);
        places.release(SIDE_BY_SIDE);
        return taken;
    }

    private int takeOver(List<ListedActor> page) throws InterruptedException {
        int taken = 0;
        for (ListedActor listed : page) {
            if (actors.mustDeliver(listed.actor())) {
                pace.spend(1);
                places.acquire();
                actors.deliver(listed).whenComplete((begun, failure) -> places.release());
                taken++;
            }
        }
        return taken;
    }
}
