package io.guildhall.api.endpoint;

import io.guildhall.api.Configs;
import io.guildhall.model.interaction.ApplicationKeys;
import io.guildhall.outgoing.Fetcher;
import io.guildhall.outgoing.OutgoingConfig;
import io.guildhall.testing.Settings;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Map;

/** Real calls to bots on this machine, which the settings allow here. */
final class Outgoing implements AutoCloseable {
    static final ApplicationKeys KEYS = new ApplicationKeys("a secret");

    private final Vertx vertx = Vertx.vertx();
    final Endpoint endpoint;

    /** @param networks that may be called although they are one's own */
    Outgoing(String networks) {
        OutgoingConfig config =
                Settings.of(OutgoingConfig.class).with(Map.of("guildhall.outgoing.internal-networks", networks));
        endpoint = new Endpoint(new Fetcher(vertx, config), KEYS, Configs.api(Map.of()), Clock.systemUTC());
    }

    @Override
    public void close() {
        vertx.close();
    }
}
