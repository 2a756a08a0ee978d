package io.guildhall.voice.server;

import io.guildhall.observability.Metrics;
import io.guildhall.voice.room.Rooms;
import io.guildhall.voice.room.Traffic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** The metrics of voice. */
@ApplicationScoped
public class VoiceTraffic implements Traffic {
    private final MeterRegistry registry;
    private final Counter received;
    private final Counter sent;
    private final Counter dropped;
    private final Counter refused;

    public VoiceTraffic(MeterRegistry registry) {
        this.registry = registry;
        received = counter("packets.received", "Packets of media that were forwarded");
        sent = counter("packets.sent", "Packets of media that left, one for each who was to hear it");
        dropped = counter("packets.dropped", "Packets of nobody who is connected, or of no kind that is used");
        refused = counter("packets.refused", "Packets that were forged, came before, or may not be forwarded");
    }

    private Counter counter(String what, String description) {
        return Counter.builder(Metrics.name(VoiceTraffic.class, what))
                .description(description)
                .register(registry);
    }

    void watch(Rooms rooms) {
        Gauge.builder(Metrics.name(VoiceTraffic.class, "members"), rooms, Rooms::size)
                .description("Sessions in rooms, those that wait to be resumed included")
                .register(registry);
        Gauge.builder(Metrics.name(VoiceTraffic.class, "rooms"), rooms, Rooms::count)
                .description("Channels in which somebody is connected")
                .register(registry);
    }

    @Override
    public void forwarded(int listeners) {
        received.increment();
        sent.increment(listeners);
    }

    @Override
    public void dropped() {
        dropped.increment();
    }

    @Override
    public void refused() {
        refused.increment();
    }
}
