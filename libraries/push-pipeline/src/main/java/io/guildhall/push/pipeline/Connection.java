package io.guildhall.push.pipeline;

import io.guildhall.push.collector.Collector;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.pusher.Pusher;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A collector with its pusher.
 *
 * @param entering how many offers are under way: meanwhile it is not idle
 */
record Connection(Collector collector, Pusher pusher, AtomicInteger entering) {
    void offer(Notification notification, Runnable settled) {
        try {
            collector.offer(notification, settled);
        } finally {
            entering.decrementAndGet();
        }
    }

    boolean isIdle() {
        return entering.get() == 0 && collector.waiting() == 0 && pusher.inFlight() == 0;
    }
}
