package io.guildhall.guild.kernel.audience;

import java.time.Duration;

/**
 * How this node's streams to relays behave.
 *
 * @param windowBytes what may be under way to one relay that it has not taken in
 * @param timeout a relay that takes in nothing of what is under way for so long counts as broken, and is left out for as long
 *     again where there are others
 * @param pause before a relay that broke is tried again
 */
public record RelaySettings(long windowBytes, Duration timeout, Duration pause) {
    public static final RelaySettings USUAL =
            new RelaySettings(4L << 20, Duration.ofSeconds(10), Duration.ofMillis(200));
}
