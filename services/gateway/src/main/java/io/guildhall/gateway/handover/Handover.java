package io.guildhall.gateway.handover;

import com.google.protobuf.ByteString;
import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.lifecycle.GuildJoin;
import io.guildhall.gateway.lifecycle.SessionRegistry;
import io.guildhall.gateway.session.Holdings;
import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.session.SessionId;
import io.guildhall.gateway.session.SessionState;
import io.guildhall.gateway.session.SessionState.Standing;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.GatewayNode;
import io.guildhall.model.rpc.TakeOverReply;
import io.guildhall.model.rpc.TakeOverRequest;
import io.guildhall.observability.process.Later;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Sessions that move between gateway nodes, because their client resumes on another one. The node that opened a session is
 * asked first; others only when it does not have the session any more, since a session may have moved before. A node that leaves parks what
 * nobody fetched.
 */
@ApplicationScoped
public class Handover {
    /** How long the former holder keeps ignoring a session before its owners hear that it left: the new one joins first. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final SessionRegistry registry;
    private final Discovery discovery;
    private final Peers<GatewayNode> peers;
    private final Owners owners;
    private final GuildJoin guilds;
    private final ParkedSessions parked;

    public Handover(
            SessionRegistry registry,
            Discovery discovery,
            Peers<GatewayNode> peers,
            Owners owners,
            GuildJoin guilds,
            ParkedSessions parked) {
        this.registry = registry;
        this.discovery = discovery;
        this.peers = peers;
        this.owners = owners;
        this.guilds = guilds;
        this.parked = parked;
    }

    /** Asks the other nodes for a session, and then where nodes that left put what they had. Empty when nobody has it; fails when the node that may have it is silent. */
    public Uni<Optional<SessionState>> fetch(String sessionId, long userId, long lastSequence) {
        Optional<SessionId> parsed = SessionId.parse(sessionId);
        if (parsed.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        String home = parsed.get().node();
        List<Node> candidates = discovery.nodes(Role.GATEWAY).stream()
                .filter(node -> !node.id().equals(registry.node()))
                .sorted(Comparator.comparing((Node node) -> !node.id().equals(home)))
                .toList();
        TakeOverRequest request = TakeOverRequest.newBuilder()
                .setSessionId(sessionId)
                .setUserId(userId)
                .setLastSequence(lastSequence)
                .build();
        return ask(candidates.iterator(), request);
    }

    private Uni<Optional<SessionState>> ask(Iterator<Node> candidates, TakeOverRequest request) {
        if (!candidates.hasNext()) {
            return Uni.createFrom()
                    .completionStage(() -> parked.take(request.getSessionId(), request.getUserId()))
                    .map(found -> found.map(Handover::decode));
        }
        return peers.at(candidates.next())
                .takeOver(request)
                .onItem()
                .transformToUni(reply -> reply.getFound()
                        ? Uni.createFrom().item(Optional.of(decode(reply.getState())))
                        : ask(candidates, request));
    }

    private static SessionState decode(ByteString state) {
        try {
            return StateCodec.decode(state);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** Continues the session on this lane: its actors send what came after its positions. On the lane. */
    public Session adopt(Lane lane, SessionState state) {
        Session session = registry.adopt(lane, state);
        state.restore(session);
        for (Standing standing : state.actors()) {
            if (standing.position().getEpoch() == 0 && standing.actor().getKind() == ActorKind.GUILD) {
                guilds.join(session, standing.actor().getId());
                continue;
            }
            owners.insist(
                            Commands.resume(standing.actor(), List.of(session), standing.position()),
                            () -> session.phase() == Phase.READY)
                    .subscribe()
                    .with(
                            outcome -> {
                                if (outcome.hasFailure()) {
                                    session.run(() -> session.invalidate(false));
                                }
                            },
                            failure -> session.run(() -> session.invalidate(false)));
        }
        return session;
    }

    /** Gives a session up to the node that asks for it. */
    public Uni<TakeOverReply> release(TakeOverRequest request) {
        return Uni.createFrom()
                .emitter(emitter -> registry.find(request.getSessionId(), session -> {
                    if (session == null || session.profile().userId() != request.getUserId()) {
                        emitter.complete(TakeOverReply.getDefaultInstance());
                    } else {
                        emitter.complete(release(session, request.getLastSequence()));
                    }
                }));
    }

    private static TakeOverReply release(Session session, long lastSequence) {
        Lane lane = session.lane();
        Holdings.giveUpAll(session);
        if (!session.replay().canReplayFrom(lastSequence)) {
            session.invalidate(false);
            return TakeOverReply.getDefaultInstance();
        }
        SessionState state = SessionState.take(session, lastSequence);
        session.closeOutlet();
        Later.run(lane.loop(), GRACE, "Ending a session that moved", () -> session.run(() -> lane.end(session)));
        return TakeOverReply.newBuilder()
                .setFound(true)
                .setState(StateCodec.encode(state))
                .build();
    }
}
