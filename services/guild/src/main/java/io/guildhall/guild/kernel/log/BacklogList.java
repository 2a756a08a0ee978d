package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorBacklogs;
import io.guildhall.model.table.catalogue.BacklogSlots;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The list of the actors for whom something waits, of all nodes. Blocks for the store. */
public final class BacklogList {
    /** Actors of one page, at most. */
    static final int PAGE = 500;

    /** So long after their time slots may be forgotten; clocks differ by less. An hour. */
    private static final long KEPT_SLOTS = 6;

    private final LogStore store;
    private final Clock clock;

    public BacklogList(LogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The slots that may list actors, the oldest first. */
    public List<Long> slots() {
        return store
                .read(
                        BacklogSlots.TABLE,
                        Read.from(BacklogSlots.TABLE, BacklogSlots.ALL_SLOTS).build())
                .stream()
                .map(row -> row.get(BacklogSlots.SLOT))
                .toList();
    }

    /** A page of one shard of a slot, behind an actor that the last page ended with. */
    public List<ListedActor> page(long slot, long shard, Optional<ListedActor> after) {
        Read read = Read.from(ActorBacklogs.TABLE, slot, shard).limit(PAGE);
        after.ifPresent(last ->
                read.after((long) last.actor().getKindValue(), last.actor().getId(), last.lane()));
        return store.read(ActorBacklogs.TABLE, read.build()).stream()
                .map(ListedActor::of)
                .toList();
    }

    /** What forgets a slot that lists nobody; empty while actors may still be listed in it. */
    public Optional<Mutation> forgetting(long slot) {
        return slot < ActorBacklogs.slot(clock.millis()) - KEPT_SLOTS
                ? Optional.of(Write.delete(BacklogSlots.TABLE, BacklogSlots.ALL_SLOTS, slot))
                : Optional.empty();
    }
}
