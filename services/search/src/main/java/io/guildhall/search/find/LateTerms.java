package io.guildhall.search.find;

import io.guildhall.search.home.Home;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Homes whose owner is in a term that the event log did not tell of yet. Mostly it is about to: records take a moment. What it never tells of, since
 * an owner did not publish, is found out by waiting.
 */
final class LateTerms {
    private static final int MOST = 10_000;

    private record Late(long term, long since) {}

    private final Map<Home, Late> late = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration patience;

    LateTerms(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /** Whether the term was waited for long enough. Beyond so many homes no more are waited for. */
    boolean isOverdue(Home home, long term) {
        long now = clock.millis();
        if (late.size() >= MOST) {
            late.values().removeIf(waiting -> waiting.since() + patience.toMillis() * 2 < now);
        }
        if (late.size() >= MOST && !late.containsKey(home)) {
            return true;
        }
        Late first = late.compute(
                home, (same, known) -> known != null && known.term() == term ? known : new Late(term, now));
        return now - first.since() >= patience.toMillis();
    }

    void told(Home home) {
        late.remove(home);
    }
}
