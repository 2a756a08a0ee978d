package io.guildhall.tests.bench.push;

import io.guildhall.push.notification.Notification;
import io.guildhall.push.pipeline.PushPipeline;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Ten times as much as its provider takes in that time, evenly: what was pushed, what waited, and what memory was in use meanwhile. */
final class PushBurst {
    private static final int PARTS_A_SECOND = 10;
    private static final int MOST_SECONDS = 600;

    private final PushPipeline pipeline;
    private final PushCount count;
    private final int perSecond;
    private final List<Integer> pushed = new ArrayList<>();
    private final List<Integer> buffered = new ArrayList<>();
    private int mostWaiting;
    private long mostHeap;

    /** @param perSecond how many are asked for */
    PushBurst(PushPipeline pipeline, PushCount count, int perSecond) {
        this.pipeline = pipeline;
        this.count = count;
        this.perSecond = perSecond;
    }

    /** Until nothing is left to send. */
    void run(int requests, IntFunction<Notification> request) throws InterruptedException {
        int perPart = perSecond / PARTS_A_SECOND;
        long began = System.nanoTime();
        long pause = 1_000_000_000L / PARTS_A_SECOND;
        int before = 0;
        for (int part = 0; part * perPart < requests || !isDone(); part++) {
            if (part > MOST_SECONDS * PARTS_A_SECOND) {
                throw new IllegalStateException("the burst does not end");
            }
            List<Notification> some = new ArrayList<>(perPart);
            for (int number = part * perPart; number < Math.min(requests, (part + 1) * perPart); number++) {
                some.add(request.apply(number));
            }
            pipeline.offer(some);
            mostWaiting = Math.max(mostWaiting, pipeline.waiting());
            long left = began + (part + 1) * pause - System.nanoTime();
            Thread.sleep(Math.max(0, left / 1_000_000));
            if (part % PARTS_A_SECOND == PARTS_A_SECOND - 1) {
                int now = count.sent();
                pushed.add(now - before);
                buffered.add(pipeline.waiting());
                before = now;
                mostHeap = Math.max(mostHeap, heapAfterCollection());
            }
        }
    }

    private boolean isDone() {
        return pipeline.waiting() + pipeline.inFlight() == 0;
    }

    /** Each second. */
    List<Integer> pushed() {
        return pushed;
    }

    /** At the end of each second. */
    List<Integer> buffered() {
        return buffered;
    }

    int mostWaiting() {
        return mostWaiting;
    }

    long mostHeapMebibytes() {
        return mostHeap >> 20;
    }

    /** What was of use when garbage was collected last. */
    private static long heapAfterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
