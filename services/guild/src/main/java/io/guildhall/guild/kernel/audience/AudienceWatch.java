package io.guildhall.guild.kernel.audience;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.observability.process.Guard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Keeps audiences in step with the nodes around them: partitions move away from relays that are gone, drain or forgot an
 * actor, and sessions end with their gateway.
 */
public final class AudienceWatch {
    private final Discovery discovery;
    private final RelayLinks links;
    private final RelaySettings settings;
    private final Set<String> knownGateways = new HashSet<>();
    private Set<String> knownRelays = Set.of();
    private volatile Audiences audiences;

    /**
     * @param onDelivered as {@link RelayLinks} tells it
     * @param nanos a clock that only goes forward
     */
    public AudienceWatch(
            Discovery discovery,
            Peers<Relay> relays,
            RelaySettings settings,
            LongConsumer onDelivered,
            LongSupplier nanos) {
        this.discovery = discovery;
        this.settings = settings;
        this.links = new RelayLinks(relays, discovery, this::notice, this::broken, onDelivered, settings, nanos);
    }

    public RelayLinks links() {
        return links;
    }

    /** Whether there is a relay that understands this node. */
    public boolean knowsRelays() {
        return links.anyUnderstands();
    }

    public void watch(Audiences watched) {
        audiences = watched;
        discovery.watch(Role.RELAY, this::relaysChanged);
        discovery.watch(Role.GATEWAY, this::gatewaysChanged);
    }

    /**
     * Finds relays that take nothing in and gateways that are gone, tries again to place who is without a relay, and has audiences let go of
     * events that happened long ago. Called from time to time.
     */
    public void check() {
        links.check();
        gatewaysChanged(discovery.nodes(Role.GATEWAY));
        forEach(audience -> {
            audience.placeHomeless();
            audience.rest();
        });
    }

    public void close() {
        links.closeAll();
    }

    /** A node that knows nobody, itself neither, keeps its streams: what was acknowledged goes on to relays that still take it in. */
    private synchronized void relaysChanged(List<Node> relays) {
        if (!discovery.knowsOthers()) {
            return;
        }
        Set<String> alive = relays.stream().map(Node::id).collect(Collectors.toSet());
        List<String> gone =
                knownRelays.stream().filter(relay -> !alive.contains(relay)).toList();
        knownRelays = alive;
        gone.forEach(links::forget);
        List<String> draining =
                relays.stream().filter(Node::draining).map(Node::id).toList();
        forEach(audience -> {
            gone.forEach(audience::relayLost);
            draining.forEach(audience::relayDrains);
            audience.placeHomeless();
        });
    }

    /**
     * Only gateways that were seen alive before count as gone: a session may attach before discovery shows its node. Nor do all
     * count as gone at once: then it is this node that lost sight of the others, and their sessions go on. When there is none
     * indeed, nobody waits for anything until one comes.
     */
    private synchronized void gatewaysChanged(List<Node> gateways) {
        if (gateways.isEmpty()) {
            return;
        }
        Set<String> alive = gateways.stream().map(Node::id).collect(Collectors.toSet());
        Set<String> gone = knownGateways.stream()
                .filter(gateway -> !alive.contains(gateway))
                .collect(Collectors.toSet());
        knownGateways.removeAll(gone);
        knownGateways.addAll(alive);
        if (!gone.isEmpty()) {
            List<SessionDeparture> departures = departing(gone);
            Thread.ofVirtual()
                    .start(() -> Guard.PROCESS.run("Ending a gateway's sessions", () -> left(gone, departures)));
        }
    }

    /** Who is lost of those that the notice names, as the audience knows it by now. */
    private List<SessionRef> lost(Node relay, RelayNotice notice) {
        List<SessionRef> named = notice.getLost().getSessionsList();
        return audiences
                .audience(notice.getActor())
                .map(audience -> audience.lost(relay.id(), notice.getFrame(), named))
                .orElse(named);
    }

    private List<SessionDeparture> departing(Set<String> gateways) {
        List<SessionDeparture> departures = new ArrayList<>();
        forEach(audience -> {
            List<SessionRef> sessions = audience.sessionsOn(gateways);
            if (!sessions.isEmpty()) {
                departures.add(audiences.departing(audience.key(), sessions));
            }
        });
        return departures;
    }

    /**
     * A gateway whose lease had ended has a new one perhaps, and its sessions have joined again before this node saw it go. It makes itself
     * known before they do, so a list that was asked for since tells.
     */
    private void left(Set<String> gone, List<SessionDeparture> departures) {
        Optional<List<Node>> listed = discovery.current(Role.GATEWAY);
        boolean certain = listed.isPresent() && listed.get().stream().noneMatch(gateway -> gone.contains(gateway.id()));
        for (SessionDeparture departure : departures) {
            Guard.PROCESS.run("Ending a gateway's sessions", certain ? departure::confirm : departure::cancel);
        }
        if (!certain) {
            // Those that are gone all the same are found by the next look.
            seen(gone);
        }
    }

    private synchronized void seen(Set<String> gateways) {
        knownGateways.addAll(gateways);
    }

    private void notice(Node relay, RelayNotice notice) {
        Guard.PROCESS.run("A relay's notice", () -> take(relay, notice));
    }

    private void take(Node relay, RelayNotice notice) {
        switch (notice.getNoticeCase()) {
            case ACKNOWLEDGED ->
                audiences
                        .audience(notice.getActor())
                        .ifPresent(audience ->
                                audience.acknowledged(relay.id(), notice.getAcknowledged(), notice.getFrame()));
            case LOST -> audiences.lost(notice.getActor(), lost(relay, notice)).confirm();
            case UNKNOWN ->
                Thread.ofVirtual()
                        .start(() -> Guard.PROCESS.run("Joining a relay again", () -> audiences
                                .audience(notice.getActor())
                                .ifPresent(audience -> audience.relayForgot(
                                        relay.id(), notice.getUnknown().getNumber()))));
            case STALE -> audiences.stale(notice.getActor(), notice.getStale().getEpoch());
            case TAKEN -> {}
            case NOTICE_NOT_SET -> {}
        }
    }

    private void broken(Node relay) {
        forEach(audience -> audience.relayLost(relay.id()));
        try {
            Thread.sleep(settings.pause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return;
        }
        forEach(Audience::placeHomeless);
    }

    /** One audience that fails holds up no other. */
    private void forEach(Consumer<Audience> change) {
        audiences
                .audiences()
                .forEach(audience -> Guard.PROCESS.run("Placing an audience", () -> change.accept(audience)));
    }
}
