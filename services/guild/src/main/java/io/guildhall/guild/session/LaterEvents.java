package io.guildhall.guild.session;

import io.guildhall.guild.collection.Once;
import io.guildhall.model.rpc.Event;
import java.util.Iterator;
import java.util.function.Supplier;

/** Events that are looked for only when somebody asks for the first one. */
final class LaterEvents implements Iterator<Event> {
    private final Once<Iterator<Event>> events;

    LaterEvents(Supplier<Iterator<Event>> events) {
        this.events = new Once<>(events);
    }

    @Override
    public boolean hasNext() {
        return events.get().hasNext();
    }

    @Override
    public Event next() {
        return events.get().next();
    }
}
