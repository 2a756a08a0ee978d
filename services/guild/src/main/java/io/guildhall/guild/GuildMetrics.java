package io.guildhall.guild;

import io.guildhall.guild.kernel.actor.Actors;
import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a guild node measures about itself. */
@ApplicationScoped
public class GuildMetrics {
    private final MeterRegistry registry;
    private final Map<Outcome.ResultCase, Timer> commands = new EnumMap<>(Outcome.ResultCase.class);

    public GuildMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Outcome.ResultCase result : Outcome.ResultCase.values()) {
            commands.put(
                    result,
                    Metrics.hop(
                            registry,
                            GuildMetrics.class,
                            "commands",
                            "From a command's arrival until its writes are durable",
                            "result",
                            result.name().toLowerCase(Locale.ROOT)));
        }
    }

    void start(@Observes StartupEvent event, GuildNode node) {
        Actors actors = node.actors();
        registry.gauge(Metrics.name(GuildMetrics.class, "actors"), actors, Actors::size);
        registry.gauge(Metrics.name(GuildMetrics.class, "commands.waiting"), actors, Actors::waiting);
        registry.gauge(Metrics.name(GuildMetrics.class, "relays.waiting.bytes"), node, one -> one.waiting()
                .toRelays());
        registry.gauge(Metrics.name(GuildMetrics.class, "sessions"), actors, all -> all.audiences().stream()
                .mapToInt(Audience::size)
                .sum());
    }

    /** A command was answered; its time runs from its arrival until its writes were durable. */
    void answered(Outcome outcome, long nanos) {
        commands.get(outcome.getResultCase()).record(nanos, TimeUnit.NANOSECONDS);
    }
}
