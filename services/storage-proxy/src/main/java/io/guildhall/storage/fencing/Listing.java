package io.guildhall.storage.fencing;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import java.util.function.LongSupplier;

/**
 * Whether those who claim find this proxy in discovery, and since when: the number of the term in which it has stood there without a
 * break, {@link Discovery#NO_TERM} while it can not be sure. Never blocks.
 */
public final class Listing implements LongSupplier {
    private final Discovery discovery;
    private volatile long seenIn = Discovery.NO_TERM;

    public Listing(Discovery discovery) {
        this.discovery = discovery;
    }

    @Override
    public long getAsLong() {
        long term = discovery.term();
        if (term == seenIn || term == Discovery.NO_TERM) {
            return term;
        }
        // A term begins a little before the others are told of this process.
        if (!isListed() || discovery.term() != term) {
            return Discovery.NO_TERM;
        }
        seenIn = term;
        return term;
    }

    private boolean isListed() {
        String self = discovery.self(Role.STORAGE_PROXY).id();
        return discovery.nodes(Role.STORAGE_PROXY).stream()
                .anyMatch(node -> node.id().equals(self));
    }
}
