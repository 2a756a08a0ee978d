package io.guildhall.tests.acceptance;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;

/** Keeps what JDA emits until a test asks for it. */
final class Arrivals implements EventListener {
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<GenericEvent> events = new LinkedBlockingQueue<>();

    @Override
    public void onEvent(GenericEvent event) {
        events.add(event);
    }

    /** The next event of this type that the condition accepts. Earlier events are gone afterwards. */
    <E extends GenericEvent> E next(Class<E> type, Predicate<E> accepts) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            GenericEvent event = events.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new AssertionError("no " + type.getSimpleName() + " came in " + PATIENCE_SECONDS + " s");
            }
            if (type.isInstance(event) && accepts.test(type.cast(event))) {
                return type.cast(event);
            }
        }
    }

    /** Those of this type that came and were not asked for yet. */
    <E extends GenericEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
