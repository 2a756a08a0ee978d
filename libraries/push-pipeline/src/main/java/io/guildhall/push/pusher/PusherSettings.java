package io.guildhall.push.pusher;

import java.time.Duration;

/**
 * How one connection is used.
 *
 * @param mostInFlight requests under way at one time
 * @param mostTries how often one notification is sent
 * @param firstPause before it is sent again; it doubles with each try until {@code longestPause}
 * @param failuresToOpen so many failures in a row, and the connection rests
 * @param firstRest how long; it doubles while the connection does not come back, until {@code longestRest}
 */
public record PusherSettings(
        int mostInFlight,
        int mostTries,
        Duration firstPause,
        Duration longestPause,
        int failuresToOpen,
        Duration firstRest,
        Duration longestRest) {
    /** A hundred in flight, as the providers of the design's model allow. */
    public static PusherSettings standard() {
        return new PusherSettings(
                100, 5, Duration.ofSeconds(1), Duration.ofMinutes(2), 20, Duration.ofSeconds(5), Duration.ofMinutes(5));
    }

    public PusherSettings withInFlight(int most) {
        return new PusherSettings(most, mostTries, firstPause, longestPause, failuresToOpen, firstRest, longestRest);
    }
}
