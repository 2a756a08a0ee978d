package io.guildhall.guild.kernel.audience;

import io.guildhall.model.gateway.Attendance;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.MemberRoles;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.SessionsLeave;
import io.guildhall.model.rpc.Subscription;
import io.guildhall.observability.process.Guard;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The sessions that listen to one actor, spread over relays, and the recent events for those that must catch up.
 *
 * <p>Events, joins and leaves reach each relay in the order of the calls. When a relay is lost, its partitions move to
 * others: their sessions join there with the events that the lost relay had not acknowledged as their backlog. Gateways
 * drop what a session has already. When those events are forgotten already, the sessions are told to start anew instead.
 *
 * <p>A relay whose window is full counts as lost for this actor. Nothing is queued for it meanwhile: what its sessions missed
 * is taken from the recent events, which are kept once for all relays, as soon as there is room.
 */
public final class Audience {
    private static final Logger LOG = Logger.getLogger(Audience.class);

    private final ActorKey key;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Sessions sessions = new Sessions();
    private final EventWindow window = new EventWindow();
    private final VisibilityState state = new VisibilityState();
    private final PassingEvents passing = new PassingEvents();
    private final Placement placement;

    public Audience(ActorKey key, RelayLinks links, Clock clock) {
        this.key = key;
        this.clock = clock;
        this.placement = new Placement(this, links, clock, sessions, window, state, passing);
    }

    public ActorKey key() {
        return key;
    }

    /**
     * A new epoch begins: positions continue in it. Relays know nobody in it yet, so whoever listens joins again, by {@link
     * #placeHomeless} once the state is known.
     */
    public void begin(long epoch) {
        changed(() -> {
            long before = placement.position().getEpoch();
            placement.moveTo(Positions.of(epoch, 0));
            window.begin(placement.position(), before != 0 && before == epoch - 1);
            placement.loseAll();
        });
    }

    /** After which position events of earlier epochs are missing here that some session still has to have; empty for none. */
    public Optional<Position> owed() {
        return locked(() -> sessions.homeless().stream()
                .map(Partition::deliveredThrough)
                .filter(delivered -> window.after(delivered).isEmpty())
                .min(Positions.ORDER));
    }

    /**
     * Whoever waits gets these first, so far as it has not had them.
     *
     * @param earlier all events of earlier epochs after the position that is {@link #owed}, in order, as their owners stored
     *     them
     */
    public void owes(List<PositionedEvent> earlier) {
        changed(() -> sessions.homeless().forEach(partition -> partition.owes(earlier)));
    }

    /** Replaces what visibility is computed from, as a whole; for a state that was loaded. Whoever listens joins again. */
    public void state(AudienceState whole) {
        changed(() -> {
            state.replace(whole);
            placement.loseAll();
        });
    }

    /** Changes a part of what visibility is computed from. */
    public void change(AudienceDelta delta) {
        changed(() -> placement.toAll(placement.frame().setDelta(state.apply(delta))));
    }

    /** What nobody asked for goes nowhere, and is nothing that anybody could miss. */
    public void send(Position position, Event event) {
        send(position, event, List.of());
    }

    /**
     * What can't be sent, whatever the reason, is not left out silently: all sessions begin anew.
     *
     * @param changes of this audience that the event tells of: they come before it, and nobody joins in between
     */
    public void send(Position position, Event event, List<Consumer<Audience>> changes) {
        changed(() -> Guard.PROCESS.run(
                () -> {
                    changes.forEach(change -> change.accept(this));
                    placement.moveTo(position);
                    sendOn(position, event, changes.isEmpty());
                },
                failure -> {
                    LOG.errorf(
                            failure,
                            "An event of %s %s could not be sent; its sessions begin anew",
                            key().getKind(),
                            Long.toUnsignedString(key().getId()));
                    placement.moveTo(position);
                    window.begin(position, false);
                    placement.loseAll();
                }));
    }

    private void sendOn(Position position, Event event, boolean optional) {
        boolean unasked = event.getTopicsCount() > 0 && !sessions.anyAsks(event.getTopicsList());
        if (unasked && optional) {
            return;
        }
        if (event.getPassing()) {
            passing.sent(position);
        } else {
            window.add(position, event, clock.millis());
        }
        placement.send(event);
    }

    /** New sessions, which know nothing yet. A session that is here already joins anew. */
    public void join(Collection<JoiningSession> joining) {
        changed(() -> admit(joining, placement.position(), Optional.of(List.of())));
    }

    /**
     * Sessions that have everything up to a position.
     *
     * @param earlier events of earlier epochs after that position, in order, as the last owner stored them; empty when they
     *     can't be replayed
     */
    public void rejoin(
            Collection<JoiningSession> joining, Position resumeAfter, Optional<List<PositionedEvent>> earlier) {
        changed(() -> admit(joining, resumeAfter, earlier));
    }

    public void leave(Collection<SessionRef> leaving) {
        changed(() -> {
            List<SessionRef> known = sessions.remove(leaving);
            if (!known.isEmpty()) {
                placement.toAll(
                        placement.frame().setLeave(SessionsLeave.newBuilder().addAllSessions(known)));
            }
        });
    }

    /** The roles or the time-out of a member changed. */
    public void memberRoles(MemberRoles change) {
        changed(() -> {
            if (sessions.update(change)) {
                placement.toAll(placement.frame().setMemberRoles(change));
            }
        });
    }

    /** What a session asks for of the events with topics from now on. */
    public void ask(SessionRef session, Subscription subscription, List<Long> topics) {
        changed(() -> sessions.ask(session, subscription, topics)
                .ifPresent(partition -> placement.asked(partition, session, topics)));
    }

    /** Sessions that changed relays and may have missed passing events since the last time; each once. */
    public List<SessionRef> takeBehind() {
        return locked(passing::takeBehind);
    }

    /** Sessions that look at lists of members. */
    public List<JoiningSession> looking() {
        return locked(sessions::looking);
    }

    /** Where the actor's events stand: everything up to here was sent. */
    public Position position() {
        return locked(placement::position);
    }

    public boolean isEmpty() {
        return locked(sessions::isEmpty);
    }

    public int size() {
        return locked(sessions::size);
    }

    public List<JoiningSession> sessionsOf(long userId) {
        return locked(() -> sessions.of(userId));
    }

    public Optional<JoiningSession> find(SessionRef session) {
        return locked(() -> sessions.find(session));
    }

    /** How many sessions of this gateway are here, and which, in short. */
    public Attendance attendance(String gateway) {
        return locked(() -> sessions.attendance(gateway));
    }

    /** Those of the gateway's sessions with these numbers that are not here. */
    public List<Long> missing(String gateway, List<Long> numbers) {
        return locked(() -> sessions.missing(gateway, numbers));
    }

    public List<SessionRef> all() {
        return locked(sessions::all);
    }

    /** The sessions on these gateways. */
    public List<SessionRef> sessionsOn(Set<String> gateways) {
        return locked(() -> sessions.on(gateways));
    }

    /** Lock free: relays acknowledge often, and on threads that hold locks of their own. */
    public void acknowledged(String relay, Position position, long frame) {
        placement.acknowledged(relay, position, frame);
    }

    /**
     * Which of the sessions that a relay lost are lost indeed. Those that were told to it again meanwhile, or to another one, are not; nor are
     * those that no relay serves now: the next one is told of them with all that was not acknowledged before the notice, and says so again if they
     * are gone.
     *
     * @param frame the last that the relay had taken in; 0 when it does not say
     */
    public List<SessionRef> lost(String relay, long frame, List<SessionRef> sessionsThere) {
        return locked(() -> sessionsThere.stream()
                .filter(session -> sessions.partitionOf(session)
                        .map(partition -> lost(partition, session, relay, frame))
                        .orElse(true))
                .toList());
    }

    private static boolean lost(Partition partition, SessionRef session, String relay, long frame) {
        return !partition.isHomeless()
                && partition.use().link().relay().id().equals(relay)
                && partition.use().lost(session, frame);
    }

    /** The relay, or the stream to it, is gone: its partitions wait for {@link #placeHomeless}. */
    public void relayLost(String relay) {
        changed(() -> placement.lost(relay));
    }

    /**
     * The relay does not know this actor: everything is told again. It says so for every frame that was on its way, and is
     * listened to once.
     *
     * @param number of the frame that was of no use; 0 when the relay does not say
     */
    public void relayForgot(String relay, long number) {
        changed(() -> placement.forgot(relay, number));
    }

    /** The relay has room for more after it had not. */
    void roomAt(String relay) {
        changed(() -> placement.roomAt(relay));
    }

    /** The relay takes no new work: its partitions move while it still runs. */
    public void relayDrains(String relay) {
        changed(() -> placement.drains(relay));
    }

    /** Gives a relay to every partition that has none, if one is known. */
    public void placeHomeless() {
        changed(placement::placeHomeless);
    }

    /** Lets go of events that happened long ago. Called from time to time. */
    void rest() {
        changed(() -> window.rest(clock.millis()));
    }

    /** Every session leaves, without being told: the next owner takes them over. */
    public void release() {
        changed(placement::release);
    }

    private void admit(
            Collection<JoiningSession> joining, Position resumeAfter, Optional<List<PositionedEvent>> earlier) {
        leave(Placement.refs(joining));
        placement.placeHomeless();
        sessions.add(joining).forEach((partition, added) -> placement.joined(partition, added, resumeAfter, earlier));
    }

    private void changed(Runnable action) {
        locked(() -> {
            action.run();
            return null;
        });
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
