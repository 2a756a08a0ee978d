package io.guildhall.redis;

import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.InjectableInstance;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Quarkus' client, where the configuration says that there is a Redis. */
@Singleton
public class RedisLinkProducer {
    @Produces
    @Singleton
    RedisLink link(InjectableInstance<Redis> clients, RedisConfig config, MeterRegistry registry) {
        Optional<Redis> client = clients.listActive().stream().findFirst();
        RedisLink link = new RedisLink(client, config, System::nanoTime);
        if (link.isConfigured()) {
            Gauge.builder(Metrics.name(RedisLink.class, "answering"), () -> link.answers() ? 1 : 0)
                    .description("Whether Redis answered when this node asked it last")
                    .register(registry);
        }
        return link;
    }
}
