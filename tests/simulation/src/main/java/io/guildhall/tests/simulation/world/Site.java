package io.guildhall.tests.simulation.world;

import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.interaction.ApplicationKeys;
import io.guildhall.model.interaction.InteractionTokens;
import io.guildhall.model.webhook.WebhookTokens;
import io.guildhall.observability.trace.Traces;
import io.guildhall.tests.simulation.beans.Beans;
import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.network.Network;
import io.guildhall.tests.simulation.store.Acknowledgements;
import io.guildhall.tests.simulation.store.Cluster;
import io.guildhall.tests.simulation.store.Weather;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Where everything of one run stands: the network, the registry, the store, and what each process is given. */
public final class Site {
    /** Clocks of guild nodes may differ by two seconds. */
    private static final int WORST_CLOCK_MILLIS = 1_000;

    private final Engine engine;
    private final Machine world;
    private final Network network;
    private final Registry registry;
    private final Cluster cluster = new Cluster();
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final Weather weather;
    private final Windows windows;
    private int started;

    /**
     * @param dropped how many of all messages break their connection, from 0 to 1
     * @param failing how many requests to the store fail, from 0 to 1
     * @param windows how much may wait between nodes
     */
    public Site(Engine engine, double dropped, double failing, Windows windows) {
        this.engine = engine;
        this.windows = windows;
        this.world = new Machine(engine, "world", Duration.ZERO);
        this.network = new Network(engine, world, dropped);
        this.registry = new Registry(engine, new Machine(engine, "registry", Duration.ZERO));
        this.weather = new Weather(engine, failing);
    }

    public Engine engine() {
        return engine;
    }

    public Machine world() {
        return world;
    }

    public Network network() {
        return network;
    }

    Registry registry() {
        return registry;
    }

    public Cluster cluster() {
        return cluster;
    }

    public Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    Windows windows() {
        return windows;
    }

    public Weather weather() {
        return weather;
    }

    /** A new process of this role; it counts as alive once the registry has heard of it. */
    public Process process(Role role, List<Class<?>> services) {
        started++;
        String name = role.name().toLowerCase(java.util.Locale.ROOT) + "-" + started;
        Duration error = Duration.ofMillis(engine.random().nextInt(2 * WORST_CLOCK_MILLIS) - (long) WORST_CLOCK_MILLIS);
        Machine machine = new Machine(engine, name, error);
        DiscoveryClient discovery = new DiscoveryClient(
                machine, network, registry, new Node(name, role, name, "ws://" + name, false), started);
        Beans beans = new Beans(services, windows.settings(role))
                .give(Clock.class, machine.clock())
                .give(Discovery.class, discovery)
                .give(AttachmentLinks.class, new AttachmentLinks("known to all nodes", machine.clock()))
                .give(ApplicationKeys.class, new ApplicationKeys("known to all nodes"))
                .give(InteractionTokens.class, new InteractionTokens("known to all nodes"))
                .give(WebhookTokens.class, new WebhookTokens("known to all nodes"))
                .give(Traces.class, Traces.off())
                .give(MeterRegistry.class, new CompositeMeterRegistry())
                .giveEach(Peers.class, service -> network.peers(machine, service));
        return new Process(machine, discovery, beans);
    }
}
