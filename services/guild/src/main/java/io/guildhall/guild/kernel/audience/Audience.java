package io.guildhall.guild.kernel.audience;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.MemberRoles;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.Release;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.SessionsLeave;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The sessions that listen to one actor, spread over relays, and the recent events for those that must catch up.
 *
 * <p>Events, joins and leaves reach each relay in the order of the calls. When a relay is lost, its partitions move to
 * others: their sessions join there with the events that the lost relay had not acknowledged as their backlog. Gateways
 * drop what a session has already. When those events are forgotten already, the sessions are told to start anew instead.
 */
public final class Audience {
    /** A relay that says again within this time that it knows nothing speaks of older frames. */
    private static final long FORGETFUL_MILLIS = 1_000;

    private final ActorKey key;
    private final RelayLinks links;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Sessions sessions = new Sessions();
    private final EventWindow window = new EventWindow();
    private final ConcurrentHashMap<String, RelayUse> uses = new ConcurrentHashMap<>();
    private AudienceState state = AudienceState.getDefaultInstance();
    private Position last = Position.getDefaultInstance();

    public Audience(ActorKey key, RelayLinks links, Clock clock) {
        this.key = key;
        this.links = links;
        this.clock = clock;
    }

    public ActorKey key() {
        return key;
    }

    /** A new epoch begins: positions continue in it. Relays know nobody in it yet, so whoever listens joins again. */
    public void begin(long epoch) {
        locked(() -> {
            last = Positions.of(epoch, 0);
            window.begin(last);
            sessions.served()
                    .forEach(partition -> partition.loseRelay(partition.use().acknowledged()));
            uses.clear();
            placeHomeless();
            return null;
        });
    }

    /** Replaces what visibility is computed from; the version is set here. */
    public void state(AudienceState.Builder next) {
        locked(() -> {
            state = next.setVersion(state.getVersion() + 1).build();
            OwnerFrame frame = frame(last).setState(state).build();
            uses.values().forEach(use -> use.link().offer(frame));
            return null;
        });
    }

    public void send(Position position, Event event) {
        locked(() -> {
            last = position;
            window.add(position, event, clock.millis());
            OwnerFrame frame = frame(position).setEvent(event).build();
            uses.values().forEach(use -> use.send(position, frame));
            return null;
        });
    }

    /** New sessions, which know nothing yet. A session that is here already joins anew. */
    public void join(Collection<JoiningSession> joining) {
        locked(() -> {
            admit(joining, List.of());
            return null;
        });
    }

    /**
     * Sessions that have everything up to a position.
     *
     * @param earlier events of earlier epochs after that position, in order, as the last owner stored them; empty when they
     *     can't be replayed
     */
    public void rejoin(
            Collection<JoiningSession> joining, Position resumeAfter, Optional<List<PositionedEvent>> earlier) {
        locked(() -> {
            admit(
                    joining,
                    window.after(resumeAfter)
                            .or(() -> window.after(Positions.of(last.getEpoch(), 0))
                                    .filter(recent -> resumeAfter.getEpoch() < last.getEpoch())
                                    .flatMap(recent -> earlier.map(stored -> Backlogs.joined(stored, recent))))
                            .orElseGet(Backlogs::invalidation));
            return null;
        });
    }

    public void leave(Collection<SessionRef> leaving) {
        locked(() -> {
            List<SessionRef> known = sessions.remove(leaving);
            if (!known.isEmpty()) {
                OwnerFrame frame = frame(last)
                        .setLeave(SessionsLeave.newBuilder().addAllSessions(known))
                        .build();
                uses.values().forEach(use -> use.link().offer(frame));
            }
            return null;
        });
    }

    /** The roles or the time-out of a member changed. */
    public void memberRoles(MemberRoles change) {
        locked(() -> {
            if (sessions.update(change)) {
                OwnerFrame frame = frame(last).setMemberRoles(change).build();
                uses.values().forEach(use -> use.link().offer(frame));
            }
            return null;
        });
    }

    /** Where the actor's events stand: everything up to here was sent. */
    public Position position() {
        return locked(() -> last);
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

    public List<SessionRef> all() {
        return locked(sessions::all);
    }

    /** The sessions on these gateways. */
    public List<SessionRef> sessionsOn(Set<String> gateways) {
        return locked(() -> sessions.on(gateways));
    }

    /** Lock free: relays acknowledge often, and on threads that hold locks of their own. */
    public void acknowledged(String relay, Position position) {
        RelayUse use = uses.get(relay);
        if (use != null) {
            use.acknowledge(position);
        }
    }

    /** The relay, or the stream to it, is gone: its partitions wait for {@link #placeHomeless}. */
    public void relayLost(String relay) {
        locked(() -> {
            RelayUse use = uses.remove(relay);
            if (use != null) {
                sessions.partitionsOn(relay)
                        .forEach(
                                partition -> partition.loseRelay(partition.use().acknowledged()));
            }
            return null;
        });
    }

    /**
     * The relay does not know this actor: everything is told again. It says so for every frame that was on its way, and is
     * listened to once.
     */
    public void relayForgot(String relay) {
        locked(() -> {
            RelayUse use = uses.get(relay);
            if (use != null && use.begunAt() + FORGETFUL_MILLIS <= clock.millis()) {
                relayLost(relay);
                placeHomeless();
            }
            return null;
        });
    }

    /** The relay takes no new work: its partitions move while it still runs. */
    public void relayDrains(String relay) {
        locked(() -> {
            RelayUse use = uses.get(relay);
            if (use != null) {
                use.link()
                        .offer(frame(last)
                                .setRelease(Release.getDefaultInstance())
                                .build());
                relayLost(relay);
                placeHomeless();
            }
            return null;
        });
    }

    /** Gives a relay to every partition that has none, if one is known. */
    public void placeHomeless() {
        locked(() -> {
            sessions.homeless().forEach(this::place);
            return null;
        });
    }

    /** Every session leaves, without being told: the next owner takes them over. */
    public void release() {
        locked(() -> {
            OwnerFrame frame =
                    frame(last).setRelease(Release.getDefaultInstance()).build();
            uses.values().forEach(use -> use.link().offer(frame));
            uses.clear();
            sessions.clear();
            return null;
        });
    }

    private void admit(Collection<JoiningSession> joining, List<PositionedEvent> backlog) {
        leave(joining.stream().map(session -> session.getSession().getRef()).toList());
        placeHomeless();
        sessions.add(joining).forEach((partition, added) -> {
            if (partition.isHomeless() && partition.sessions().size() == added.size()) {
                place(partition, last);
            }
            if (!partition.isHomeless()) {
                JoinFrames.joins(key, last, partition.number(), added, backlog)
                        .forEach(partition.use().link()::offer);
            }
        });
    }

    private void place(Partition partition) {
        Position delivered = partition.deliveredThrough();
        if (!place(partition, delivered)) {
            return;
        }
        List<PositionedEvent> missed = window.after(delivered).orElseGet(Backlogs::invalidation);
        JoinFrames.joins(key, last, partition.number(), partition.sessions().values(), missed)
                .forEach(partition.use().link()::offer);
    }

    /** False when no relay is known. */
    private boolean place(Partition partition, Position delivered) {
        Optional<RelayLink> link = links.choose(key.getId(), partition.number());
        link.ifPresentOrElse(
                chosen -> partition.serveBy(uses.compute(
                        chosen.relay().id(),
                        (id, use) -> use != null && use.link() == chosen ? use : begin(chosen, delivered))),
                () -> partition.loseRelay(delivered));
        return link.isPresent();
    }

    private RelayUse begin(RelayLink link, Position delivered) {
        link.offer(frame(last).setState(state).build());
        return new RelayUse(link, delivered, clock.millis(), links.onDelivered());
    }

    private OwnerFrame.Builder frame(Position position) {
        return OwnerFrame.newBuilder().setActor(key).setPosition(position);
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
