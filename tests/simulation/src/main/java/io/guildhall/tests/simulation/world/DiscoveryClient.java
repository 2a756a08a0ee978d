package io.guildhall.tests.simulation.world;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.network.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Discovery as one process sees it, by the rules of the one on etcd: its lease counts from before it asked for it, and only together with
 * a list of the nodes; without a lease it knows nobody; changes come in order but may come late, and what is known already is passed over.
 */
public final class DiscoveryClient implements Discovery {
    private static final Duration KEEP_ALIVE_EVERY = Registry.LEASE.dividedBy(3);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private record Watcher(Role role, Consumer<List<Node>> listener) {}

    private final Engine engine;
    private final Machine machine;
    private final Network network;
    private final Registry registry;
    private final int number;
    private final List<Watcher> watchers = new ArrayList<>();
    private Node self;
    private Registry.Listing known = new Registry.Listing(-1, List.of());
    private long term = NO_TERM;
    private long validUntil;
    private long lastNews;
    private long lateUntil;
    private long late;
    private boolean counted;

    DiscoveryClient(Machine machine, Network network, Registry registry, Node self, int number) {
        this.engine = machine.engine();
        this.machine = machine;
        this.network = network;
        this.registry = registry;
        this.self = self;
        this.number = number;
    }

    /** Begins to count as alive. */
    public void start() {
        engine.after(arrival(), registry.machine(), () -> registry.subscribe(this));
        keepAlive();
    }

    Machine machine() {
        return machine;
    }

    /** Changes come so much later for so long. */
    public void lag(Duration by, Duration time) {
        late = by.toNanos();
        lateUntil = engine.now() + time.toNanos();
    }

    /** At the registry: these are the nodes now. */
    void tell(Registry.Listing nodes) {
        long lag = lateUntil > engine.now() ? engine.random().nextLong(late) : 0;
        lastNews = Math.max(lastNews + 1, engine.now() + arrival().toNanos() + lag);
        engine.after(Duration.ofNanos(lastNews - engine.now()), machine, () -> heard(nodes));
    }

    @Override
    public Node self(Role role) {
        return self;
    }

    @Override
    public List<Node> nodes(Role role) {
        return counts() ? of(role) : List.of();
    }

    @Override
    public void watch(Role role, Consumer<List<Node>> listener) {
        watchers.add(new Watcher(role, listener));
        List<Node> now = nodes(role);
        machine.start(() -> listener.accept(now));
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public void drain(Role role) {
        drain();
    }

    void drain() {
        self = new Node(self.id(), self.role(), self.address(), self.publicUrl(), true);
        renew();
    }

    @Override
    public long term() {
        return counts() ? term : NO_TERM;
    }

    @Override
    public Duration leaseTtl() {
        return Registry.LEASE;
    }

    @Override
    public Optional<List<Node>> current(Role role) {
        CompletableFuture<Registry.Listing> answer = new CompletableFuture<>();
        engine.after(arrival(), registry.machine(), () -> {
            Registry.Listing listing = registry.list();
            engine.after(arrival(), machine, () -> machine.start(() -> answer.complete(listing)));
        });
        try {
            heard(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException silent) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        List<Node> listed = of(role);
        return counts() ? Optional.of(listed) : Optional.empty();
    }

    /** Whether this process can be sure that the others count it as alive. */
    private boolean counts() {
        return engine.now() < validUntil;
    }

    private void keepAlive() {
        renew();
        engine.after(KEEP_ALIVE_EVERY, machine, this::keepAlive);
    }

    private void renew() {
        Node node = self;
        long asked = engine.now();
        engine.after(arrival(), registry.machine(), () -> {
            registry.renew(node);
            Registry.Listing listing = registry.list();
            engine.after(arrival(), machine, () -> renewed(asked, listing));
        });
    }

    private void renewed(long asked, Registry.Listing listing) {
        long until = asked + Registry.LEASE.toNanos();
        if (until <= engine.now()) {
            return;
        }
        heard(listing);
        if (!counts()) {
            term++;
        }
        validUntil = Math.max(validUntil, until);
        countedOrNot();
    }

    private void heard(Registry.Listing listing) {
        if (listing.revision() <= known.revision()) {
            return;
        }
        List<Node> before = known.nodes();
        known = listing;
        if (counts() && counted) {
            for (Role role : Role.values()) {
                if (!of(before, role).equals(of(role))) {
                    tellWatchers(role);
                }
            }
        }
    }

    /** Looks whether the lease counts, and looks again when it ends. */
    private void countedOrNot() {
        boolean now = counts();
        if (now != counted) {
            counted = now;
            for (Role role : Role.values()) {
                tellWatchers(role);
            }
        }
        if (now) {
            engine.after(Duration.ofNanos(validUntil - engine.now()), machine, () -> {
                if (counted) {
                    countedOrNot();
                }
            });
        }
    }

    private void tellWatchers(Role role) {
        List<Node> nodes = nodes(role);
        machine.start(() -> watchers.stream()
                .filter(watcher -> watcher.role() == role)
                .forEach(watcher -> watcher.listener().accept(nodes)));
    }

    private Duration arrival() {
        return network.delay(machine, registry.machine());
    }

    private List<Node> of(Role role) {
        return of(known.nodes(), role);
    }

    private static List<Node> of(List<Node> nodes, Role role) {
        return nodes.stream().filter(node -> node.role() == role).toList();
    }
}
