package io.guildhall.storage.fencing;

import io.guildhall.storage.store.StoreException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** What this proxy knows of one actor's epochs, and which of its writes are under way. Times are of the monotonic clock. Safe for threads. */
final class Term {
    /** What is known of an epoch at one moment. */
    enum Standing {
        HOLDS,
        /** Holds, and it is time to ask again, before the writes to come have to wait for it. */
        HOLDS_FOR_A_WHILE,
        OVER,
        /** Nothing that is recent enough. */
        UNKNOWN
    }

    private record Waiting(long epoch, CompletableFuture<Void> ended) {}

    private final long trust;
    private final TreeMap<Long, Integer> underWay = new TreeMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private long floor = Long.MIN_VALUE;
    private OptionalLong verified = OptionalLong.empty();
    private boolean asked;
    private long askedAt;
    private long askedIn;
    private CompletableFuture<Void> asking;

    /** @param trust for how many nanoseconds from the moment of asking an answer counts */
    Term(long trust) {
        this.trust = trust;
    }

    synchronized void begin(long epoch) {
        underWay.merge(epoch, 1, Integer::sum);
    }

    void end(long epoch) {
        List<Waiting> free = new ArrayList<>();
        synchronized (this) {
            underWay.computeIfPresent(epoch, (ignored, count) -> count == 1 ? null : count - 1);
            for (Iterator<Waiting> left = waiting.iterator(); left.hasNext(); ) {
                Waiting next = left.next();
                if (underWay.headMap(next.epoch()).isEmpty()) {
                    left.remove();
                    free.add(next);
                }
            }
        }
        free.forEach(next -> next.ended().complete(null));
    }

    /** This epoch has been claimed: older ones are over. */
    synchronized void over(long epoch) {
        floor = Math.max(floor, epoch);
    }

    /** As {@link #over}; completes when no write of an older epoch is under way. */
    synchronized CompletableFuture<Void> claimed(long epoch) {
        over(epoch);
        if (underWay.headMap(epoch).isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Waiting next = new Waiting(epoch, new CompletableFuture<>());
        waiting.add(next);
        return next.ended();
    }

    /** @param listed the number of the time in which this proxy is in discovery: what it asked for before counts no more */
    synchronized Standing standing(long epoch, long now, long listed) {
        if (epoch < floor) {
            return Standing.OVER;
        }
        long age = now - askedAt;
        if (!asked || age > trust || askedIn != listed) {
            return Standing.UNKNOWN;
        }
        if (knows(epoch)) {
            return age > trust / 2 ? Standing.HOLDS_FOR_A_WHILE : Standing.HOLDS;
        }
        // An older epoch was the last one then. This one may have been claimed since.
        return Standing.UNKNOWN;
    }

    /** The question that is on its way; the given one when there is none, which is then to be asked. */
    synchronized CompletableFuture<Void> asking(CompletableFuture<Void> own) {
        if (asking == null) {
            asking = own;
        }
        return asking;
    }

    /** The answer to a question of this moment, in this time in discovery. */
    synchronized void answered(OptionalLong epoch, long at, long listed) {
        asking = null;
        asked = true;
        askedAt = at;
        askedIn = listed;
        verified = epoch;
        floor = Math.max(floor, epoch.orElse(Long.MIN_VALUE));
    }

    synchronized void failed() {
        asking = null;
    }

    /** Whether the last answer, whatever its age, was this epoch. */
    synchronized boolean knows(long epoch) {
        return verified.isPresent() && verified.getAsLong() == epoch;
    }

    /** Nothing is under way, and what is known counts no more. */
    synchronized boolean isForgettable(long now) {
        return underWay.isEmpty() && waiting.isEmpty() && asking == null && (!asked || now - askedAt > trust);
    }

    static StoreException unverified() {
        return new StoreException(
                StoreException.Reason.TIMED_OUT, "the store did not say in time who owns the actor that is written");
    }
}
