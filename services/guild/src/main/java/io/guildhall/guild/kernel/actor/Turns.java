package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.model.rpc.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Changes of an audience that wait for the event in whose position they take place. */
final class Turns {
    private final List<Consumer<Audience>> changes = new ArrayList<>();
    private Event.Builder before = Event.newBuilder();

    void add(Consumer<Audience> change, Event formerly) {
        changes.add(change);
        before.mergeFrom(formerly);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The event with what was before. */
    Event mergedInto(Event event) {
        return event.toBuilder().mergeFrom(before.build()).build();
    }

    /** All of them; none waits any more. */
    List<Consumer<Audience>> take() {
        List<Consumer<Audience>> taken = List.copyOf(changes);
        changes.clear();
        before = Event.newBuilder();
        return taken;
    }
}
