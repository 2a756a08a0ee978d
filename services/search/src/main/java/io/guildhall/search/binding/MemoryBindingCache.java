package io.guildhall.search.binding;

import io.guildhall.search.home.Home;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Bindings that this node read a short while ago. When it is full the one that was not used for longest goes. */
public final class MemoryBindingCache implements BindingCache {
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

    public MemoryBindingCache(Clock clock, Duration time) {
        this.clock = clock;
        this.time = time;
    }

    @Override
    public void put(Binding binding, long asOf) {
        keep(binding, asOf + time.toMillis());
    }

    /** @param until in ms since 1970 */
    synchronized void keep(Binding binding, long until) {
        kept.put(binding.home(), new Kept(binding, until));
    }

    @Override
    public synchronized Optional<Binding> near(Home home) {
        return Optional.ofNullable(kept.get(home))
                .filter(found -> found.until() > clock.millis())
                .map(Kept::binding);
    }

    @Override
    public Optional<Binding> get(Home home) {
        return near(home);
    }

    @Override
    public synchronized void remove(Home home) {
        kept.remove(home);
    }
}
