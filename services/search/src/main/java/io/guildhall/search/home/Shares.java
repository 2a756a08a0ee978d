package io.guildhall.search.home;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import jakarta.inject.Singleton;

/** How the nodes share what is to be done in the background. While nodes come and go two may take the same. */
@Singleton
public class Shares {
    private static final long SPREAD = 1_000_003;

    private final Discovery discovery;

    public Shares(Discovery discovery) {
        this.discovery = discovery;
    }

    public boolean isOurs(String work, long share) {
        String self = discovery.self(Role.SEARCH).id();
        return Ring.choose(discovery.nodes(Role.SEARCH), work.hashCode() * SPREAD + share)
                .filter(node -> node.id().equals(self))
                .isPresent();
    }
}
