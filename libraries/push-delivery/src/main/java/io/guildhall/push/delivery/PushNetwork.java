package io.guildhall.push.delivery;

import io.guildhall.outgoing.OutgoingConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How push services are called: to the addresses that may be called at all, with places of their own. */
record PushNetwork(OutgoingConfig general, int concurrentPerHost, int hosts) implements OutgoingConfig {
    @Override
    public Optional<List<String>> internalNetworks() {
        return general.internalNetworks();
    }

    @Override
    public Duration connectTimeout() {
        return general.connectTimeout();
    }

    @Override
    public int concurrent() {
        return concurrentPerHost * hosts;
    }

    @Override
    public long budget() {
        return general.budget();
    }

    @Override
    public int maxHeaders() {
        return general.maxHeaders();
    }
}
