package io.guildhall.guild;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.id.SnowflakeGenerator;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Ids that this node draws: messages, channels, roles and so on. */
public final class IdProducer {
    /** The one generator of this process: discovery gives no other live process the same number. */
    @Produces
    @Singleton
    SnowflakeGenerator ids(Discovery discovery, Clock clock) {
        return new SnowflakeGenerator(discovery.number(), clock);
    }
}
