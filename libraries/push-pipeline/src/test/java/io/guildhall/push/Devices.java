package io.guildhall.push;

import io.guildhall.push.notification.Device;
import io.guildhall.push.notification.Kind;
import io.guildhall.push.notification.Notification;
import java.time.Duration;

/** Notifications for tests. */
public final class Devices {
    public static final String PROVIDER = "web-push https://push.example";

    private Devices() {}

    public static Device device(long id) {
        return device(id, PROVIDER);
    }

    public static Device device(long id, String connection) {
        return new Device(id, id, connection, "https://push.example/" + id);
    }

    /** Of a channel of this number, good for an hour. */
    public static Notification notification(long device, Kind kind, long message, long channel) {
        return notification(device(device), kind, message, channel, Duration.ofHours(1));
    }

    public static Notification notification(Device device, Kind kind, long message, long channel, Duration lasts) {
        return new Notification(device, kind, message, channel, 1, VirtualTime.START.plus(lasts), 0);
    }
}
