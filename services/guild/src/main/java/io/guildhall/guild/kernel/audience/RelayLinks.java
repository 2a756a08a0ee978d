package io.guildhall.guild.kernel.audience;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.RelayNotice;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** The streams to all relays, opened on first use. */
public final class RelayLinks {
    private static final Logger LOG = Logger.getLogger(RelayLinks.class);

    private final Peers<Relay> peers;
    private final Discovery discovery;
    private final BiConsumer<Node, RelayNotice> onNotice;
    private final Consumer<Node> onBroken;
    private final LongConsumer onDelivered;
    private final RelaySettings settings;
    private final LongSupplier nanos;
    private final ConcurrentHashMap<String, RelayLink> links = new ConcurrentHashMap<>();
    /** Relays that took in nothing, and until when on the clock of nanoseconds they are left out. */
    private final ConcurrentHashMap<String, Long> stuck = new ConcurrentHashMap<>();

    /** Relays to which a stream broke, and until when no other is opened without need. */
    private final ConcurrentHashMap<String, Long> broke = new ConcurrentHashMap<>();

    private final AtomicBoolean complained = new AtomicBoolean();
    private volatile List<Node> lastKnown = List.of();

    /** With the usual settings. */
    public RelayLinks(
            Peers<Relay> peers,
            Discovery discovery,
            BiConsumer<Node, RelayNotice> onNotice,
            Consumer<Node> onBroken,
            LongConsumer onDelivered) {
        this(peers, discovery, onNotice, onBroken, onDelivered, RelaySettings.USUAL, System::nanoTime);
    }

    /**
     * @param onNotice called on whatever thread the notice came in on; must not block
     * @param onBroken called on a thread of its own, once for each broken stream
     * @param onDelivered told the nanoseconds from an event's place in a relay's line until the relay acknowledged it; on
     *     whatever thread, must not block
     * @param nanos a clock that only goes forward
     */
    public RelayLinks(
            Peers<Relay> peers,
            Discovery discovery,
            BiConsumer<Node, RelayNotice> onNotice,
            Consumer<Node> onBroken,
            LongConsumer onDelivered,
            RelaySettings settings,
            LongSupplier nanos) {
        this.peers = peers;
        this.discovery = discovery;
        this.onNotice = onNotice;
        this.onBroken = onBroken;
        this.onDelivered = onDelivered;
        this.settings = settings;
        this.nanos = nanos;
    }

    LongConsumer onDelivered() {
        return onDelivered;
    }

    /**
     * The stream to the relay that the ring chooses for this partition, among those that take frames in if there are any;
     * empty when no relay is known that understands this node.
     */
    Optional<RelayLink> choose(long actorId, int partition) {
        List<Node> known = understanding();
        long now = nanos.getAsLong();
        stuck.values().removeIf(until -> until - now < 0);
        List<Node> working = stuck.isEmpty()
                ? known
                : known.stream().filter(relay -> !stuck.containsKey(relay.id())).toList();
        return Ring.choose(working.isEmpty() ? known : working, actorId * 31 + partition)
                .map(this::link);
    }

    boolean anyUnderstands() {
        return !understanding().isEmpty();
    }

    /**
     * Of a node that knows nobody, itself neither, those to which it has streams; where one broke meanwhile, it is tried again after a while.
     */
    private List<Node> understanding() {
        if (!discovery.knowsOthers()) {
            return lastKnown.stream()
                    .filter(relay -> usable(relay) || !broke.containsKey(relay.id()))
                    .toList();
        }
        List<Node> all = discovery.nodes(Role.RELAY);
        List<Node> understanding = all.stream().filter(Node::understands).toList();
        if (!understanding.isEmpty()) {
            lastKnown = understanding;
        }
        if (understanding.isEmpty() && !all.isEmpty() && complained.compareAndSet(false, true)) {
            LOG.errorf(
                    "All %d relays are of an older release, and none is used: relays are upgraded before guild nodes",
                    all.size());
        } else if (!understanding.isEmpty()) {
            complained.set(false);
        }
        return understanding;
    }

    /**
     * What tells something to every relay to which a stream is open, whoever owns its actor: each time it is called to those that have not heard of
     * it yet. False when one of them has no room for it now.
     */
    public BooleanSupplier toAll(OwnerFrame frame) {
        Set<RelayLink> told = new HashSet<>();
        return () -> {
            boolean all = true;
            for (RelayLink link : links.values()) {
                if (link.usable() && !told.contains(link)) {
                    boolean heard = link.offer(frame);
                    all &= heard;
                    if (heard) {
                        told.add(link);
                    }
                }
            }
            return all;
        };
    }

    /**
     * Breaks the streams to relays that take nothing in, and opens one to each other: when discovery has gone it is too late for that, and
     * {@link #toAll} would not reach them. Called from time to time.
     */
    void check() {
        breakStuck();
        long now = nanos.getAsLong();
        broke.values().removeIf(until -> until - now < 0);
        understanding().stream()
                .filter(relay -> !relay.draining() && !stuck.containsKey(relay.id()) && !broke.containsKey(relay.id()))
                .forEach(this::link);
    }

    private void breakStuck() {
        for (RelayLink link : List.copyOf(links.values())) {
            if (link.stuck()) {
                LOG.warnf(
                        "Relay %s takes in nothing; its partitions move",
                        link.relay().id());
                stuck.put(
                        link.relay().id(),
                        nanos.getAsLong() + settings.timeout().toNanos());
                link.giveUp();
            }
        }
    }

    private boolean usable(Node relay) {
        RelayLink link = links.get(relay.id());
        return link != null && link.usable();
    }

    /** Bytes under way to all relays. */
    public long underWay() {
        return links.values().stream().mapToLong(RelayLink::underWay).sum();
    }

    /** Bytes under way to the relay to which most are. */
    public long fullest() {
        return links.values().stream().mapToLong(RelayLink::underWay).max().orElse(0);
    }

    /** Cuts the stream to a relay that is gone. */
    public void forget(String relay) {
        RelayLink link = links.remove(relay);
        if (link != null) {
            link.cut();
        }
    }

    public void closeAll() {
        links.values().forEach(RelayLink::close);
        links.clear();
    }

    private RelayLink link(Node relay) {
        return links.compute(relay.id(), (id, link) -> link != null && link.usable() ? link : open(relay));
    }

    private RelayLink open(Node relay) {
        return new RelayLink(relay, peers.at(relay), settings, nanos, onNotice, broken -> {
            links.remove(broken.relay().id(), broken);
            broke.put(
                    broken.relay().id(), nanos.getAsLong() + settings.timeout().toNanos());
            onBroken.accept(broken.relay());
        });
    }
}
