package io.guildhall.search.find;

import io.guildhall.search.binding.Binding;
import io.guildhall.search.home.Home;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Homes of which it was found a moment ago that their index has everything. Until that is over they need not be asked for again, so a search is one request
 * to its cell and not two. It holds for the same binding, the same open index and no later term only.
 */
final class ReadyHomes {
    private static final int MOST = 100_000;

    private record Ready(Binding binding, Object opened, long term, long until) {}

    private final Clock clock;
    private final Duration time;
    private final Map<Home, Ready> ready = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Home, Ready> eldest) {
            return size() > MOST;
        }
    };

    ReadyHomes(Clock clock, Duration time) {
        this.clock = clock;
        this.time = time;
    }

    /**
     * Remembers one.
     *
     * @param opened the index, as it was open before it was asked
     * @param term the last of which the index was told
     */
    synchronized void put(Binding binding, Object opened, long term) {
        ready.put(binding.home(), new Ready(binding, opened, term, clock.millis() + time.toMillis()));
    }

    /** @param opened the index, as it is open now: another one when the cell had lost it */
    synchronized boolean holds(Binding binding, Object opened, long term) {
        Ready known = ready.get(binding.home());
        return known != null
                && known.opened() == opened
                && known.binding().equals(binding)
                && known.term() >= term
                && known.until() > clock.millis();
    }
}
