package io.guildhall.storage.fencing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final Node SELF = new Node("self", Role.STORAGE_PROXY, "", "", false);
    private static final Node OTHER = new Node("other", Role.STORAGE_PROXY, "", "", false);

    private final Seen discovery = new Seen();
    private final Listing listing = new Listing(discovery);

    @Test
    void aProxyThatDoesNotStandInDiscoveryYetIsNotListed() {
        discovery.nodes = List.of(OTHER);
        assertThat(listing.getAsLong()).isEqualTo(Discovery.NO_TERM);

        discovery.nodes = List.of(OTHER, SELF);
        assertThat(listing.getAsLong()).isEqualTo(1);
    }

    @Test
    void afterABreakItIsListedAnewOnceItStandsThere() {
        discovery.nodes = List.of(SELF);
        assertThat(listing.getAsLong()).isEqualTo(1);
        discovery.term = Discovery.NO_TERM;
        assertThat(listing.getAsLong()).isEqualTo(Discovery.NO_TERM);

        discovery.term = 2;
        discovery.nodes = List.of();
        assertThat(listing.getAsLong()).isEqualTo(Discovery.NO_TERM);
        discovery.nodes = List.of(SELF);
        assertThat(listing.getAsLong()).isEqualTo(2);
    }

    private static final class Seen implements Discovery {
        private long term = 1;
        private List<Node> nodes = List.of();

        @Override
        public Node self(Role role) {
            return SELF;
        }

        @Override
        public List<Node> nodes(Role role) {
            return nodes;
        }

        @Override
        public void watch(Role role, Consumer<List<Node>> listener) {
            listener.accept(nodes);
        }

        @Override
        public long term() {
            return term;
        }

        @Override
        public void drain(Role role) {}
    }
}
