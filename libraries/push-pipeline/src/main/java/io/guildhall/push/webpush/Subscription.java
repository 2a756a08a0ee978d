package io.guildhall.push.webpush;

import java.net.URI;
import java.util.Optional;

/**
 * Where a push service takes messages for one device, and who alone can read them.
 *
 * @param endpoint a secret: whoever knows it can send there
 * @param recipient empty for an application that has no keys: it is sent no content
 */
public record Subscription(URI endpoint, Optional<Recipient> recipient) {
    private static final String CONNECTION = "web-push ";

    /** As {@link io.guildhall.push.notification.Device#address} carries it: the endpoint, and with keys both behind it. */
    public static String address(String endpoint, String p256dh, String auth) {
        return p256dh.isEmpty() ? endpoint : endpoint + " " + p256dh + " " + auth;
    }

    /** @throws IllegalArgumentException when this is none */
    static Subscription of(String address) {
        String[] parts = address.split(" ", -1);
        return switch (parts.length) {
            case 1 -> new Subscription(URI.create(parts[0]), Optional.empty());
            case 3 -> new Subscription(URI.create(parts[0]), Optional.of(Recipient.of(parts[1], parts[2])));
            default -> throw new IllegalArgumentException("not a subscription");
        };
    }

    /** Devices of one push service share a connection's places. It is no name of another provider's connection, whatever the endpoint is. */
    public static String connection(String endpoint) {
        return CONNECTION + URI.create(endpoint).getRawAuthority();
    }

    /** Whether a connection of this name reaches such devices. */
    public static boolean isConnection(String name) {
        return name.startsWith(CONNECTION);
    }

    @Override
    public String toString() {
        return "a subscription at " + endpoint.getHost();
    }
}
