package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorBacklogs;
import io.guildhall.model.table.catalogue.BacklogSlots;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Lists the slots in which actors of this node stand, each before or together with its first one. */
final class Slots {
    private final Clock clock;
    private final AtomicLong announced = new AtomicLong(Long.MIN_VALUE);

    Slots(Clock clock) {
        this.clock = clock;
    }

    long current() {
        return ActorBacklogs.slot(clock.millis());
    }

    /** What belongs into a batch that puts an actor into this slot; empty once it is known to be listed. */
    Optional<Mutation> announcement(long slot) {
        return announced.get() == slot
                ? Optional.empty()
                : Optional.of(Write.to(BacklogSlots.TABLE, BacklogSlots.ALL_SLOTS, slot)
                        .set(BacklogSlots.ANNOUNCED_AT, clock.millis())
                        .build());
    }

    /** A batch with the announcement of this slot is durable. */
    void announced(long slot) {
        announced.accumulateAndGet(slot, Math::max);
    }
}
