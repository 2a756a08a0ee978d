package io.guildhall.storage.remnant;

import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What is measured about remnants and the sweep that looks for them. */
@ApplicationScoped
public class RemnantMeters implements RemnantObserver {
    private final Counter found;
    private final Counter removed;
    private final Counter dropped;
    private final Counter swept;
    private volatile double progress;

    public RemnantMeters(MeterRegistry registry) {
        found = registry.counter(name("remnants.found"));
        removed = registry.counter(name("remnants.removed"));
        dropped = registry.counter(name("remnants.dropped"));
        swept = registry.counter(name("remnants.swept"));
        registry.gauge(name("remnants.progress"), this, meters -> meters.progress);
    }

    @Override
    public void found() {
        found.increment();
    }

    @Override
    public void removed() {
        removed.increment();
    }

    @Override
    public void dropped() {
        dropped.increment();
    }

    @Override
    public void swept(long rows) {
        swept.increment(rows);
    }

    @Override
    public void progress(double done) {
        progress = done;
    }

    private static String name(String what) {
        return Metrics.name(RemnantMeters.class, what);
    }
}
