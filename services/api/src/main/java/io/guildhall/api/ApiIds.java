package io.guildhall.api;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.id.SnowflakeGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ids that api draws itself: accounts, applications, guilds, attachments. */
@ApplicationScoped
public class ApiIds {
    private final SnowflakeGenerator generator;

    /** The generator's number comes from the node's id, so that nodes need not agree on one. */
    @Inject
    public ApiIds(Discovery discovery, Clock clock) {
        String name = discovery.self(Role.API).id() + "/api";
        this.generator = new SnowflakeGenerator(Math.floorMod(name.hashCode(), SnowflakeGenerator.NODES), clock);
    }

    public long next() {
        return generator.next();
    }
}
