package io.guildhall.tests.simulation.ledger;

import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Reversible;
import java.util.Map;
import java.util.TreeMap;

/** The state of a ledger. */
final class Ledger implements Reversible<Ledger.Content> {
    private final ActorContext context;
    private Content content = new Content(Map.of(), Map.of());

    /** The entries' numbers by their ids, and those that others passed on. Never changes. */
    record Content(Map<Long, Long> entries, Map<Long, Arrival> arrivals) {}

    Ledger(ActorContext context) {
        this.context = context;
    }

    long id() {
        return context.key().getId();
    }

    long epoch() {
        return context.epoch();
    }

    Map<Long, Long> entries() {
        return content.entries();
    }

    Map<Long, Arrival> arrivals() {
        return content.arrivals();
    }

    /** The last number. */
    long count() {
        return entries().values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    void add(long id, long number) {
        content = new Content(with(entries(), id, number), arrivals());
    }

    void receive(long id, Arrival arrival) {
        content = new Content(entries(), with(arrivals(), id, arrival));
    }

    @Override
    public Content snapshot() {
        return content;
    }

    @Override
    public void restore(Content snapshot) {
        content = snapshot;
    }

    private static <V> Map<Long, V> with(Map<Long, V> map, long key, V value) {
        Map<Long, V> changed = new TreeMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
