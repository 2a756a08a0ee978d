package io.guildhall.push;

import io.guildhall.push.collector.PushListener;
import io.guildhall.push.notification.DeliveryKey;
import io.guildhall.push.notification.Device;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.shedding.DropReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes down what became of notifications. */
public final class Heard implements PushListener {
    public final List<DeliveryKey> sent = new ArrayList<>();
    public final Map<DropReason, List<Notification>> dropped = new EnumMap<>(DropReason.class);
    public final List<Device> gone = new ArrayList<>();
    public int retries;

    @Override
    public void sent(Notification notification, Duration latency) {
        sent.add(notification.key());
    }

    @Override
    public void dropped(Notification notification, DropReason reason) {
        dropped.computeIfAbsent(reason, first -> new ArrayList<>()).add(notification);
    }

    @Override
    public void retried(Notification notification) {
        retries++;
    }

    @Override
    public void gone(Device device) {
        gone.add(device);
    }

    public int count(DropReason reason) {
        return dropped.getOrDefault(reason, List.of()).size();
    }

    public int allDropped() {
        return dropped.values().stream().mapToInt(List::size).sum();
    }
}
