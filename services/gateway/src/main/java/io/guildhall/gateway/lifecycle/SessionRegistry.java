package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.LaneContext;
import io.guildhall.gateway.session.Lanes;
import io.guildhall.gateway.session.Outlet;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Profile;
import io.guildhall.gateway.session.RecentBytes;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.session.SessionId;
import io.guildhall.gateway.session.SessionLimits;
import io.guildhall.gateway.session.SessionState;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The sessions of this node. */
@ApplicationScoped
public class SessionRegistry implements LaneContext.Listener {
    /**
     * The part of the heap that what is kept for sessions may take, when nothing else is said. Bytes of events are counted once, and an event that
     * went to clients of every kind is kept compressed and as terms too, in three times that.
     */
    private static final int HEAP_SHARE = 8;

    private final SecureRandom random = new SecureRandom();
    private final Lanes lanes;
    private final String node;
    private final int maxSessions;
    private final int maxSessionsPerAccount;
    private final SessionsOfAccounts accounts = new SessionsOfAccounts();
    private final ControlEvents controlEvents;
    private final Departures departures;
    private final Presences presences;
    /** Sessions that began on other nodes, by their ids, with their numbers here. As many as there are such sessions. */
    private final Map<String, Long> adopted = new ConcurrentHashMap<>();

    public SessionRegistry(
            GatewayConfig config,
            Discovery discovery,
            Clock clock,
            GatewayMeasures measures,
            ControlEvents controlEvents,
            Departures departures,
            Presences presences) {
        this.node = discovery.self(Role.GATEWAY).id();
        this.maxSessions = config.maxSessions();
        this.maxSessionsPerAccount = config.maxSessionsPerAccount();
        this.controlEvents = controlEvents;
        this.departures = departures;
        this.presences = presences;
        SessionLimits limits = new SessionLimits(
                config.replay().maxEvents(),
                config.replay().maxBytes(),
                // What is replayed waits for the client at once and must not cut it off again.
                Math.max(
                        config.slowReader().maxPendingBytes(),
                        2 * config.replay().maxBytes()),
                config.slowReader().batchBytes());
        this.lanes =
                new Lanes(new LaneContext(node, limits, new RecentBytes(nodeBytes(config)), clock, measures, this));
        measures.watch(lanes);
    }

    private static long nodeBytes(GatewayConfig config) {
        return config.replay().maxNodeBytes().orElse(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    /** True when no more sessions fit, or no more of this account. */
    public boolean fullFor(long userId) {
        return lanes.sessionCount() >= maxSessions || accounts.count(userId) >= maxSessionsPerAccount;
    }

    /** A new session; to be called on its lane. */
    public Session open(Lane lane, Profile profile, Outlet outlet) {
        long number = lanes.nextNumber(lane);
        SessionId id = new SessionId(node, number, random.nextLong());
        accounts.opened(profile.userId());
        return lanes.open(lane, number, id.toString(), profile, outlet);
    }

    /** A session that comes from another node and keeps its id; to be called on its lane. */
    public Session adopt(Lane lane, SessionState state) {
        long number = lanes.nextNumber(lane);
        Session session = lanes.open(lane, number, state.id(), state.profile(), null);
        adopted.put(state.id(), number);
        accounts.opened(state.profile().userId());
        session.awaitReturn();
        return session;
    }

    /**
     * Looks for a session by the id that clients know.
     *
     * @param found called on the session's lane; with null when there is no such session, then on the caller's thread or
     *     on a lane
     */
    public void find(String id, Consumer<Session> found) {
        Long number = numberOf(id);
        Lane lane = number == null ? null : lanes.ofNumber(number);
        if (lane == null) {
            found.accept(null);
            return;
        }
        lane.run(() -> {
            Session session = lane.find(number);
            boolean same = session != null && session.id().equals(id) && session.phase() == Phase.READY;
            found.accept(same ? session : null);
        });
    }

    private Long numberOf(String id) {
        Long number = adopted.get(id);
        if (number != null) {
            return number;
        }
        return SessionId.parse(id)
                .filter(parsed -> parsed.node().equals(node))
                .map(SessionId::number)
                .orElse(null);
    }

    @Override
    public void ended(Session session) {
        lanes.closed();
        accounts.closed(session.profile().userId());
        adopted.remove(session.id(), session.number());
        departures.leave(session);
    }

    @Override
    public void connectionChanged(Session session) {
        presences.tell(session);
    }

    @Override
    public void control(Session session, Dispatch event) {
        controlEvents.handle(session, event);
    }

    public Lanes lanes() {
        return lanes;
    }

    public String node() {
        return node;
    }
}
