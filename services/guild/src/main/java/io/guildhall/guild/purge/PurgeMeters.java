package io.guildhall.guild.purge;

import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** What is counted about deleted channels: those that are gone and their messages, and those that wait on this node. */
@ApplicationScoped
public class PurgeMeters {
    private final Counter channels;
    private final Counter messages;
    private final AtomicLong waiting;

    public PurgeMeters(MeterRegistry registry) {
        channels = registry.counter(Metrics.name(PurgeMeters.class, "purges.channels"));
        messages = registry.counter(Metrics.name(PurgeMeters.class, "purges.messages"));
        waiting = registry.gauge(Metrics.name(PurgeMeters.class, "purges.waiting"), new AtomicLong());
    }

    void finished() {
        channels.increment();
    }

    void removed(long count) {
        messages.increment(count);
    }

    void waiting(long requests) {
        waiting.set(requests);
    }
}
