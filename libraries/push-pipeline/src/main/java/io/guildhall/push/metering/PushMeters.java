package io.guildhall.push.metering;

import io.guildhall.observability.Metrics;
import io.guildhall.push.collector.PushListener;
import io.guildhall.push.notification.Device;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.pipeline.PushPipeline;
import io.guildhall.push.shedding.DropReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Counts what becomes of notifications. */
public final class PushMeters implements PushListener {
    private final MeterRegistry registry;
    private final Timer requests;
    private final Counter retried;
    private final Counter unreadable;
    private final Map<DropReason, Counter> dropped = new EnumMap<>(DropReason.class);
    private final Consumer<Device> gone;

    /** @param gone removes a device; must not block */
    public PushMeters(MeterRegistry registry, Consumer<Device> gone) {
        this.registry = registry;
        this.gone = gone;
        this.requests = Metrics.hop(
                registry, PushMeters.class, "requests", "Requests that push services took, until they said so");
        this.retried = Counter.builder(Metrics.name(PushMeters.class, "retried"))
                .description("Notifications that are sent again later")
                .register(registry);
        this.unreadable = Counter.builder(Metrics.name(PushMeters.class, "facts.unreadable"))
                .description("Facts that nobody can read, of which nobody is told")
                .register(registry);
        // From the start, so that a rate is known when the first is dropped.
        for (DropReason reason : DropReason.values()) {
            dropped.put(
                    reason,
                    Counter.builder(Metrics.name(PushMeters.class, "dropped"))
                            .description("Notifications of which nobody was told")
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    /** Shows how much waits in a pipeline and is under way. */
    public void watch(PushPipeline pipeline) {
        Gauge.builder(Metrics.name(PushMeters.class, "waiting"), pipeline, PushPipeline::waiting)
                .description("Notifications that wait for a place")
                .register(registry);
        Gauge.builder(Metrics.name(PushMeters.class, "flying"), pipeline, PushPipeline::inFlight)
                .description("Requests under way to push services")
                .register(registry);
        Gauge.builder(Metrics.name(PushMeters.class, "resting"), pipeline, PushPipeline::resting)
                .description("Push services to which nothing is sent for now, since they only failed")
                .register(registry);
    }

    /** A fact of which nobody is told, since nobody can read it. */
    public void unreadable() {
        unreadable.increment();
    }

    @Override
    public void sent(Notification notification, Duration took) {
        requests.record(took);
    }

    @Override
    public void dropped(Notification notification, DropReason reason) {
        dropped.get(reason).increment();
    }

    @Override
    public void retried(Notification notification) {
        retried.increment();
    }

    @Override
    public void gone(Device device) {
        gone.accept(device);
    }
}
