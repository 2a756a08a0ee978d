package io.guildhall.storage.flight;

import io.guildhall.storage.store.Store;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Time that passes from one event to the next, on the thread of whoever runs it. All that depends on chance asks the same lots, so the same seed always
 * takes the same steps, whatever else the machine has to do.
 */
public final class VirtualTime implements Alarms {
    private final SplittableRandom lots;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private long now;
    private long number;

    private record Event(long at, long number, Runnable action) {}

    public VirtualTime(long seed) {
        lots = new SplittableRandom(seed);
    }

    /** A number from 0 to below the bound. */
    public int lot(int bound) {
        return lots.nextInt(bound);
    }

    public Duration upTo(Duration longest) {
        return Duration.ofNanos(lots.nextLong(longest.toNanos() + 1));
    }

    public long nanoTime() {
        return now;
    }

    @Override
    public Runnable set(Duration after, Runnable action) {
        Event event = new Event(now + after.toNanos(), number++, action);
        events.add(event);
        return () -> events.remove(event);
    }

    /** Until the time is over, or no longer. */
    public void run(Duration time, BooleanSupplier goesOn) {
        long end = now + time.toNanos();
        while (goesOn.getAsBoolean() && !events.isEmpty() && events.peek().at() <= end) {
            Event event = events.remove();
            now = event.at();
            event.action().run();
        }
    }

    /** How many events there have been; tells runs apart. */
    public long steps() {
        return number;
    }

    /** Flights in this time. */
    public Flights flights(Store store, Sharing sharing, FlightLimits limits) {
        return new Flights(store, sharing, limits, FlightObserver.NONE, this, this::nanoTime);
    }
}
