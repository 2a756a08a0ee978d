package io.guildhall.push.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How people are told of what happens while they do not look. */
@ConfigMapping(prefix = "guildhall.push")
public interface PushConfig {
    /** The keys by which push services know this instance; made at the first start. Without any nobody is told anything. */
    Optional<String> keys();

    /** Of the operator, for operators of push services: {@code mailto:} or {@code https:}. Some take nothing from an instance whose contact is made up. */
    @WithDefault("mailto:push@localhost")
    URI contact();

    /** How many requests may be under way to one push service. */
    @WithDefault("100")
    int inFlight();

    /** How many notifications may wait for one push service; beyond, the least important are dropped. */
    @WithDefault("20000")
    int waiting();

    /** How long a notification is of use. */
    @WithDefault("4h")
    Duration timeToLive();

    /** How long a push service may take to answer. */
    @WithDefault("10s")
    Duration timeout();

    /** How long a notification may wait to be sent before it is not brought again after a crash. */
    @WithDefault("30s")
    Duration settle();

    /** Phones with Google's services. */
    Fcm fcm();

    /** Apple's devices. */
    Apns apns();

    /** Firebase Cloud Messaging. */
    interface Fcm {
        /** The file of the service account that Google's console gives out. Without one nothing is sent to devices of this kind. */
        Optional<Path> account();

        /** Where messages are sent. */
        @WithDefault("https://fcm.googleapis.com")
        URI server();

        /** How many requests may be under way to it. */
        @WithDefault("100")
        int inFlight();
    }

    /** Apple's push service. */
    interface Apns {
        /** The file of the key (.p8) that Apple's site gives out. Without one nothing is sent to devices of this kind. */
        Optional<Path> key();

        /** The key's own id, of ten characters. */
        Optional<String> keyId();

        /** The id of the team that the key belongs to. */
        Optional<String> team();

        /** The bundle's identifier of the application whose devices are told. */
        Optional<String> application();

        /** Where notifications are sent; {@code api.sandbox.push.apple.com} for applications that are being developed. */
        @WithDefault("api.push.apple.com")
        String server();

        /** Its port. */
        @WithDefault("443")
        int port();

        /** How many requests may be under way to it. */
        @WithDefault("100")
        int inFlight();
    }
}
