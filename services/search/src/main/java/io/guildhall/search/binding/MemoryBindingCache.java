package io.guildhall.search.binding;

import io.guildhall.search.home.Home;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Bindings that were read a short while ago. When it is full the one that was not used for longest goes. */
final class BindingCache {
    private static final int MOST = 100_000;

    private record Kept(Binding binding, long until) {}

    private final Clock clock;
    private final Duration time;
    private final Map<Home, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Home, Kept> eldest) {
            return size() > MOST;
        }
    };

    BindingCache(Clock clock, Duration time) {
        this.clock = clock;
        this.time = time;
    }

    /** @param asOf when it was begun to be read, in ms since 1970: it may have changed since */
    synchronized void put(Binding binding, long asOf) {
        kept.put(binding.home(), new Kept(binding, asOf + time.toMillis()));
    }

    synchronized Optional<Binding> get(Home home) {
        return Optional.ofNullable(kept.get(home))
                .filter(found -> found.until() > clock.millis())
                .map(Kept::binding);
    }

    synchronized void remove(Home home) {
        kept.remove(home);
    }
}
