package io.guildhall.relay.gateway;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.GatewayNode;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.observability.process.Guard;
import io.guildhall.relay.config.RelayConfig;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The links to all gateway nodes that hold sessions of this relay. */
public final class GatewayLinks {
    private final Map<String, GatewayLink> links = new ConcurrentHashMap<>();
    private final RelayConfig config;
    private final Clock clock;
    private final Discovery discovery;
    private final Peers<GatewayNode> peers;
    private final Delays delays;
    private final Function<String, long[]> gatewayGone;
    private final Greetings greetings;
    private final AtomicInteger slow = new AtomicInteger();
    private volatile List<Node> lastKnown = List.of();

    /**
     * @param gatewayGone told, before its frames settle, of each gateway node that is given up; says which sessions were
     *     dropped by that
     */
    public GatewayLinks(
            RelayConfig config,
            Clock clock,
            Discovery discovery,
            Peers<GatewayNode> peers,
            Delays delays,
            Function<String, long[]> gatewayGone) {
        this.config = config;
        this.clock = clock;
        this.discovery = discovery;
        this.peers = peers;
        this.delays = delays;
        this.gatewayGone = gatewayGone;
        this.greetings = new Greetings(() -> discovery.self(Role.RELAY).id(), clock);
        discovery.watch(Role.GATEWAY, nodes -> {
            if (discovery.knowsOthers()) {
                lastKnown = nodes;
            }
            delays.now(this::check);
        });
    }

    /** A new step of an audience; see {@link Outgoing}. */
    public Outgoing outgoing() {
        return new Step();
    }

    /**
     * Gives nodes up that have left or stopped to answer, and opens streams to those that were given up and are back: they
     * do not know yet which of their sessions hear nothing any more. Called from time to time.
     */
    public void check() {
        List.copyOf(links.values()).forEach(link -> Guard.PROCESS.run("Checking a gateway node", link::check));
        for (String gateway : greetings.owed()) {
            if (lookup(gateway).isPresent()) {
                link(gateway);
            }
        }
    }

    public int unacknowledged() {
        return links.values().stream().mapToInt(GatewayLink::unacknowledged).sum();
    }

    /** Bytes under way to the gateway node to which most are. */
    public long fullest() {
        return links.values().stream()
                .mapToLong(GatewayLink::unacknowledgedBytes)
                .max()
                .orElse(0);
    }

    /** How many gateway nodes were given up because they did not keep up with what was said. */
    public int slow() {
        return slow.get();
    }

    private GatewayLink link(String gateway) {
        return links.computeIfAbsent(gateway, this::create);
    }

    private GatewayLink create(String gateway) {
        GatewayLink created = new GatewayLink(
                gateway,
                config,
                clock,
                () -> lookup(gateway),
                () -> hasLeft(gateway),
                peers::at,
                this::ended,
                delays,
                greetings);
        delays.now(created::connect);
        return created;
    }

    /** A relay that knows nobody, itself neither, gives nobody up for that. It may begin or end to do so while it looks. */
    private boolean hasLeft(String gateway) {
        return discovery.knowsOthers() && lookup(gateway).isEmpty() && discovery.knowsOthers();
    }

    /**
     * While this relay knows nobody, where the node was before: owners that know nobody either still tell it what was acknowledged just
     * before, and sessions that are dropped meanwhile have to hear so.
     */
    private Optional<Node> lookup(String gateway) {
        List<Node> nodes = discovery.nodes(Role.GATEWAY);
        return (discovery.knowsOthers() ? nodes : lastKnown)
                .stream().filter(node -> node.id().equals(gateway)).findFirst();
    }

    private void ended(GatewayLink link) {
        String gateway = link.gateway();
        if (link.tooSlow()) {
            slow.incrementAndGet();
        }
        // While this link stands in its place nothing is sent: whoever missed a frame has left before the next link
        // takes one.
        greetings.dropped(gateway, gatewayGone.apply(gateway));
        links.remove(gateway, link);
        // Whoever came in between may have missed one here, too.
        greetings.dropped(gateway, gatewayGone.apply(gateway));
        // Sessions may have come by a new link meanwhile, whose greeting did not know of these.
        GatewayLink next = links.get(gateway);
        if (next != null && greetings.owedTo(gateway)) {
            next.greetAgain();
        }
    }

    private final class Step implements Outgoing {
        private final Set<GatewayLink> touched = new LinkedHashSet<>(2);
        /** Frames that are not within their windows yet, and one for this step itself. */
        private final AtomicInteger waiting = new AtomicInteger(1);

        private volatile Runnable then = () -> {};

        @Override
        public void send(String gateway, RelayFrame.Builder frame, Receipt receipt) {
            if (Window.size(frame) > config.windowBytes()) {
                throw new IllegalArgumentException("A frame of " + Window.size(frame) + " bytes fits into no window");
            }
            GatewayLink link = link(gateway);
            waiting.incrementAndGet();
            if (link.send(frame, receipt, this::entered)) {
                touched.add(link);
            } else {
                entered();
                delays.now(receipt::abandoned);
            }
        }

        @Override
        public void flush() {
            touched.forEach(GatewayLink::flush);
        }

        @Override
        public void whenWithinWindows(Runnable next) {
            then = next;
            entered();
        }

        private void entered() {
            if (waiting.decrementAndGet() == 0) {
                then.run();
            }
        }
    }
}
