package io.guildhall.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StaticDiscoveryTest extends DiscoveryContractBase {
    private final List<StaticDiscovery> processes = new ArrayList<>();

    @Override
    protected Discovery join(Role... roles) {
        String id = UUID.randomUUID().toString();
        List<Node> own = Arrays.stream(roles)
                .map(role -> new Node(id, role, "", "", false))
                .toList();
        StaticDiscovery joining = new StaticDiscovery(own, List.of());
        processes.add(joining);
        announce();
        return new Announcing(joining);
    }

    @Override
    protected void leave(Discovery process) {
        processes.remove(((Announcing) process).process());
        announce();
    }

    @Test
    void oneProcessPlaysEveryRole() {
        StaticDiscovery alone = StaticDiscovery.oneProcess("ws://127.0.0.1:8080/gateway");

        for (Role role : Role.values()) {
            assertThat(alone.nodes(role)).containsExactly(alone.self(role));
        }
        assertThat(alone.self(Role.GATEWAY).publicUrl()).isEqualTo("ws://127.0.0.1:8080/gateway");
        assertThat(alone.self(Role.API).publicUrl()).isEmpty();
        assertThat(alone.number()).isZero();
    }

    @Test
    void whatOtherRolesStandOnStaysWhileOneRoleDrains() {
        StaticDiscovery alone = StaticDiscovery.oneProcess("ws://127.0.0.1:8080/gateway");

        alone.drain(Role.GATEWAY);

        for (Role role : Role.values()) {
            assertThat(alone.self(role).draining()).isEqualTo(role == Role.GATEWAY);
            assertThat(alone.nodes(role)).containsExactly(alone.self(role));
        }
    }

    private void announce() {
        for (Role role : Role.values()) {
            List<Node> nodes = processes.stream()
                    .flatMap(process -> process.own().stream())
                    .toList();
            processes.forEach(process -> process.replace(role, nodes));
        }
    }

    /** Tells the other processes when this one drains, as a test that builds a cluster of them has to. */
    private final class Announcing implements Discovery {
        private final StaticDiscovery process;

        private Announcing(StaticDiscovery process) {
            this.process = process;
        }

        StaticDiscovery process() {
            return process;
        }

        @Override
        public Node self(Role role) {
            return process.self(role);
        }

        @Override
        public List<Node> nodes(Role role) {
            return process.nodes(role);
        }

        @Override
        public void watch(Role role, Consumer<List<Node>> listener) {
            process.watch(role, listener);
        }

        @Override
        public void drain(Role role) {
            process.drain(role);
            announce();
        }
    }
}
