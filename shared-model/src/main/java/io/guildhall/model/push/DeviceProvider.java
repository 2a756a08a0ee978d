package io.guildhall.model.push;

import java.util.Arrays;
import java.util.List;

/** By whom a device is reached. */
public enum DeviceProvider {
    /** A browser's push service: an address, and keys to which content is encrypted. */
    WEB_PUSH("webpush"),
    /** A distributor of the person's own choice: an address, and keys where its application has some. */
    UNIFIED_PUSH("unifiedpush"),
    /** Google's, by a token that it gave to the application; keys where the application has some. */
    FCM("fcm"),
    /** Apple's, by a token that it gave to the application; keys where the application has some. */
    APNS("apns");

    private final String id;

    DeviceProvider(String id) {
        this.id = id;
    }

    /** As clients and the store say it. */
    public String id() {
        return id;
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(DeviceProvider::id).toList();
    }

    /** @throws IllegalArgumentException when there is none with this id */
    public static DeviceProvider of(String id) {
        return Arrays.stream(values())
                .filter(provider -> provider.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no provider of push: " + id));
    }

    /** Whether a device has an address of its own; otherwise it has a token that nobody but the provider understands. */
    public boolean hasAddress() {
        return switch (this) {
            case WEB_PUSH, UNIFIED_PUSH -> true;
            case FCM, APNS -> false;
        };
    }
}
