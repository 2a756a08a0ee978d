package io.guildhall.guild;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.id.SnowflakeGenerator;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Ids that this node draws: messages, channels, roles and so on. */
public final class IdProducer {
    /** The generator's number comes from the node's id, so that nodes need not agree on one. */
    @Produces
    @Singleton
    SnowflakeGenerator ids(Discovery discovery, Clock clock) {
        String name = discovery.self(Role.GUILD).id() + "/guild";
        return new SnowflakeGenerator(Math.floorMod(name.hashCode(), SnowflakeGenerator.NODES), clock);
    }
}
