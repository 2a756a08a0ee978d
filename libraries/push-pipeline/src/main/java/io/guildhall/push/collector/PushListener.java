package io.guildhall.push.collector;

import io.guildhall.push.notification.Device;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.shedding.DropReason;
import java.time.Duration;

/** Hears what becomes of notifications. Every one that was offered is either sent or dropped, once. Must not block. */
public interface PushListener {
    /** A provider has it; it took so long to say so. */
    void sent(Notification notification, Duration latency);

    void dropped(Notification notification, DropReason reason);

    /** It is sent again later. */
    void retried(Notification notification);

    /** The device's registration is to go. */
    void gone(Device device);
}
