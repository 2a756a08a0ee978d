package io.guildhall.tests.bench.push;

import io.guildhall.push.collector.PushListener;
import io.guildhall.push.notification.Device;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.notification.Priority;
import io.guildhall.push.shedding.DropReason;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What became of what was asked for. */
final class PushCount implements PushListener {
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger shed = new AtomicInteger();
    private final AtomicInteger disordered = new AtomicInteger();

    int sent() {
        return sent.get();
    }

    int shed() {
        return shed.get();
    }

    /** Shed for want of room, though less important ones must have waited: there are always enough of those. */
    int disordered() {
        return disordered.get();
    }

    @Override
    public void sent(Notification notification, Duration latency) {
        sent.incrementAndGet();
    }

    @Override
    public void dropped(Notification notification, DropReason reason) {
        shed.incrementAndGet();
        if (reason != DropReason.NO_ROOM || notification.priority() != Priority.CHANNEL) {
            disordered.incrementAndGet();
        }
    }

    @Override
    public void retried(Notification notification) {
        throw new IllegalStateException("nothing fails here");
    }

    @Override
    public void gone(Device device) {
        throw new IllegalStateException("nobody is gone here");
    }
}
