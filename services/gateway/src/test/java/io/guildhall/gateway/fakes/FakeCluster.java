package io.guildhall.gateway.fakes;

import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.gateway.GatewayNodeService;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.GatewayNode;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Storage;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The other nodes: one fake owner of everything, one fake relay, and another gateway when a test brings one. */
@ApplicationScoped
public class FakeCluster {
    public static final Node GATEWAY = new Node("gateway-a", Role.GATEWAY, "", "ws://gateway-a", false);
    public static final Node OTHER_GATEWAY = new Node("gateway-b", Role.GATEWAY, "", "ws://gateway-b", false);
    public static final Node GUILD = new Node("guild-a", Role.GUILD, "", "", false);

    private final FakeRelay relay = new FakeRelay();
    private final FakeOwner owner = new FakeOwner(relay);
    private final AtomicReference<GatewayNode> otherGateway = new AtomicReference<>();
    private final StaticDiscovery discovery = new StaticDiscovery(List.of(GATEWAY), List.of(GATEWAY, GUILD));

    void start(@Observes StartupEvent event, GatewayNodeService gateway) {
        relay.open(gateway::deliver);
    }

    public FakeOwner owner() {
        return owner;
    }

    public FakeRelay relay() {
        return relay;
    }

    public StaticDiscovery discovery() {
        return discovery;
    }

    /** From now on there is a second gateway. */
    public void otherGateway(GatewayNode node) {
        otherGateway.set(node);
        discovery.replace(Role.GATEWAY, node == null ? List.of(GATEWAY) : List.of(GATEWAY, OTHER_GATEWAY));
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Discovery discoveryBean() {
        return discovery;
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Peers<GuildOwner> owners() {
        return node -> owner;
    }

    /** What checks tokens in earnest wants it; nobody asks. */
    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Peers<Storage> storage() {
        return node -> {
            throw new IllegalStateException("nothing is stored in these tests");
        };
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Peers<GatewayNode> gateways() {
        return node -> otherGateway.get();
    }
}
