package io.guildhall.api.config;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.id.SnowflakeGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ids that api draws itself: accounts, applications, guilds, attachments. */
@ApplicationScoped
public class ApiIds {
    private final SnowflakeGenerator generator;

    /** Where another service in the same process has a generator, it is shared: two with one number would draw equal ids. */
    @Inject
    public ApiIds(Instance<SnowflakeGenerator> shared, Discovery discovery, Clock clock) {
        this(shared.isResolvable() ? shared.get() : new SnowflakeGenerator(discovery.number(), clock));
    }

    public ApiIds(SnowflakeGenerator generator) {
        this.generator = generator;
    }

    public long next() {
        return generator.next();
    }
}
