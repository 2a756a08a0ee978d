package io.guildhall.guild.kernel.audience;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.RelayNotice;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The streams to all relays, opened on first use. */
public final class RelayLinks {
    private final Peers<Relay> peers;
    private final Discovery discovery;
    private final BiConsumer<Node, RelayNotice> onNotice;
    private final Consumer<Node> onBroken;
    private final LongConsumer onDelivered;
    private final ConcurrentHashMap<String, RelayLink> links = new ConcurrentHashMap<>();

    /**
     * @param onNotice called on whatever thread the notice came in on; must not block
     * @param onBroken called on a thread of its own, once for each broken stream
     * @param onDelivered told the nanoseconds from an event's place in a relay's line until the relay acknowledged it; on
     *     whatever thread, must not block
     */
    public RelayLinks(
            Peers<Relay> peers,
            Discovery discovery,
            BiConsumer<Node, RelayNotice> onNotice,
            Consumer<Node> onBroken,
            LongConsumer onDelivered) {
        this.peers = peers;
        this.discovery = discovery;
        this.onNotice = onNotice;
        this.onBroken = onBroken;
        this.onDelivered = onDelivered;
    }

    LongConsumer onDelivered() {
        return onDelivered;
    }

    /** The stream to the relay that the ring chooses for this partition; empty when no relay is known. */
    Optional<RelayLink> choose(long actorId, int partition) {
        return Ring.choose(discovery.nodes(Role.RELAY), actorId * 31 + partition)
                .map(this::link);
    }

    /** Closes the streams to relays that are gone. */
    public void forget(String relay) {
        RelayLink link = links.remove(relay);
        if (link != null) {
            link.close();
        }
    }

    public void closeAll() {
        links.keySet().forEach(this::forget);
    }

    private RelayLink link(Node relay) {
        return links.compute(relay.id(), (id, link) -> link != null && link.usable() ? link : open(relay));
    }

    private RelayLink open(Node relay) {
        return new RelayLink(relay, peers.at(relay), onNotice, broken -> {
            links.remove(broken.relay().id(), broken);
            onBroken.accept(broken.relay());
        });
    }
}
