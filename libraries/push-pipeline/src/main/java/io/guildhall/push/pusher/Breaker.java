package io.guildhall.push.pusher;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets a connection rest that only fails. After so many failures in a row nothing is sent for a while; then one request tries, and decides.
 * Not for several threads.
 */
final class Breaker {
    private final int most;
    private final Pauses rests;
    private int failures;
    private int restsInRow;
    private Instant restsUntil = Instant.MIN;

    Breaker(int most, Pauses rests) {
        this.most = most;
        this.rests = rests;
    }

    void succeeded() {
        failures = 0;
        restsInRow = 0;
    }

    void failed(Instant now) {
        failures++;
        if (failures >= most && !now.isBefore(restsUntil)) {
            restsInRow++;
            Duration rest = rests.after(restsInRow);
            restsUntil = now.plus(rest);
        }
    }

    /** How many requests may be under way at most. */
    int places(int all, Instant now) {
        if (failures < most) {
            return all;
        }
        return now.isBefore(restsUntil) ? 0 : 1;
    }

    Instant restsUntil() {
        return restsUntil;
    }

    boolean isOpen() {
        return failures >= most;
    }
}
