package io.guildhall.push.pusher;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The places of one connection: how many requests are under way, how many more were asked for, and until when none may be. */
final class Places {
    /**
     * @param more so many are to be asked for
     * @param later then it is to be asked again
     */
    record Question(int more, Optional<Duration> later) {}

    private final int all;
    private final Breaker breaker;
    private int inFlight;
    private int asked;
    private Instant pausedUntil = Instant.MIN;
    private boolean waking;

    Places(int all, Breaker breaker) {
        this.all = all;
        this.breaker = breaker;
    }

    synchronized int inFlight() {
        return inFlight;
    }

    synchronized boolean isResting() {
        return breaker.isOpen();
    }

    /** What was asked for is there. False when it may not be sent now. */
    synchronized boolean enter(Instant now) {
        asked--;
        if (inFlight >= open(now)) {
            return false;
        }
        inFlight++;
        return true;
    }

    synchronized void leave() {
        inFlight--;
    }

    synchronized Question ask(Instant now) {
        int more = Math.max(0, open(now) - inFlight - asked);
        asked += more;
        Instant closed = pausedUntil.isAfter(breaker.restsUntil()) ? pausedUntil : breaker.restsUntil();
        if (waking || !closed.isAfter(now)) {
            return new Question(more, Optional.empty());
        }
        waking = true;
        return new Question(more, Optional.of(Duration.between(now, closed)));
    }

    synchronized void woken() {
        waking = false;
    }

    synchronized void succeeded() {
        breaker.succeeded();
    }

    synchronized void failed(Instant now) {
        breaker.failed(now);
    }

    synchronized void pause(Instant until) {
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
    }

    private int open(Instant now) {
        return now.isBefore(pausedUntil) ? 0 : breaker.places(all, now);
    }
}
