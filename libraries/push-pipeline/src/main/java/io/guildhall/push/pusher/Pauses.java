package io.guildhall.push.pusher;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double, half of each by chance, so that those who failed together do not come back together. */
final class Pauses {
    private static final int MOST_DOUBLINGS = 30;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    Pauses(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** @param failures in a row, 1 or more */
    Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration whole = doubled.compareTo(longest) < 0 ? doubled : longest;
        long half = whole.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }
}
