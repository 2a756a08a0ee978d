package io.guildhall.standalone.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
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
}
