package io.guildhall.guild;

import io.guildhall.guild.actor.Actors;
import io.guildhall.guild.audience.Audience;
import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What a guild node measures about itself. */
@ApplicationScoped
public class GuildMetrics {
    void start(@Observes StartupEvent event, MeterRegistry registry, GuildNode node) {
        Actors actors = node.actors();
        registry.gauge(Metrics.name(GuildMetrics.class, "actors"), actors, Actors::size);
        registry.gauge(Metrics.name(GuildMetrics.class, "commands.waiting"), actors, Actors::waiting);
        registry.gauge(Metrics.name(GuildMetrics.class, "sessions"), actors, all -> all.audiences().stream()
                .mapToInt(Audience::size)
                .sum());
    }
}
