package io.guildhall.relay.gateway;

import io.guildhall.observability.process.Guard;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Hands items to a consumer in the order they were added, one at a time, on whichever thread comes to {@link #drain}
 * first; others return at once. An item whose consumer throws anything is passed over and the rest goes on. Its length is
 * bounded by those who add: each has a window of its own.
 */
public final class SerialQueue<T> {
    private final ConcurrentLinkedQueue<T> items = new ConcurrentLinkedQueue<>();
    private final AtomicInteger working = new AtomicInteger();
    private final Consumer<T> consumer;
    private final Consumer<Throwable> failed;

    /** @param failed told what an item's consumer threw, before the next item's turn */
    public SerialQueue(Consumer<T> consumer, Consumer<Throwable> failed) {
        this.consumer = consumer;
        this.failed = failed;
    }

    public void add(T item) {
        items.add(item);
    }

    public void drain() {
        if (working.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            T item = items.poll();
            while (item != null) {
                T taken = item;
                Guard.PROCESS.run(() -> consumer.accept(taken), failed);
                item = items.poll();
            }
            seen = working.addAndGet(-seen);
        } while (seen != 0);
    }
}
