package io.guildhall.guild.kernel.audience;

import io.guildhall.model.gateway.Attendance;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.MemberRoles;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.SessionsLeave;
import io.guildhall.model.rpc.Subscription;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
    /** A relay that forgets an actor again so soon is told everything again at the next look, not at once. */
    private static final long FORGETFUL_MILLIS = 1_000;

    private final ActorKey key;
    private final ActorFrames frames;
    private final RelayLinks links;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Sessions sessions = new Sessions();
    private final EventWindow window = new EventWindow();
    private final ConcurrentHashMap<String, RelayUse> uses = new ConcurrentHashMap<>();
    private final VisibilityState state = new VisibilityState();
    /** Relays that may still have sessions of this actor though none is theirs: they hear of it once there is room. */
    private final Map<String, RelayLink> abandoned = new HashMap<>(2);

    private final PassingEvents passing = new PassingEvents();

    private Position last = Position.getDefaultInstance();

    public Audience(ActorKey key, RelayLinks links, Clock clock) {
        this.key = key;
        this.frames = new ActorFrames(key);
        this.links = links;
        this.clock = clock;
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
            boolean unbroken = last.getEpoch() != 0 && last.getEpoch() == epoch - 1;
            last = Positions.of(epoch, 0);
            window.begin(last, unbroken);
            loseAll();
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
            loseAll();
        });
    }

    /** Changes a part of what visibility is computed from. */
    public void change(AudienceDelta delta) {
        changed(() -> toAll(frames.at(last).setDelta(state.apply(delta))));
    }

    /** What nobody asked for goes nowhere, and is nothing that anybody could miss. */
    public void send(Position position, Event event) {
        changed(() -> {
            last = position;
            if (event.getTopicsCount() > 0 && !sessions.anyAsks(event.getTopicsList())) {
                return;
            }
            if (event.getPassing()) {
                passing.sent(position);
            } else {
                window.add(position, event, clock.millis());
            }
            OwnerFrame frame = frames.at(position).setEvent(event).build();
            List.copyOf(uses.values()).stream()
                    .filter(use -> !use.send(position, frame))
                    .forEach(this::waitForRoom);
        });
    }

    /** New sessions, which know nothing yet. A session that is here already joins anew. */
    public void join(Collection<JoiningSession> joining) {
        changed(() -> admit(joining, last, Optional.of(List.of())));
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
                toAll(frames.at(last).setLeave(SessionsLeave.newBuilder().addAllSessions(known)));
            }
        });
    }

    /** The roles or the time-out of a member changed. */
    public void memberRoles(MemberRoles change) {
        changed(() -> {
            if (sessions.update(change)) {
                toAll(frames.at(last).setMemberRoles(change));
            }
        });
    }

    /** What a session asks for of the events with topics from now on. */
    public void ask(SessionRef session, Subscription subscription, List<Long> topics) {
        changed(() -> {
            sessions.ask(session, subscription, topics)
                    .filter(partition -> !partition.isHomeless())
                    .map(Partition::use)
                    .filter(use -> !use.link().offer(frames.asked(last, session, topics)))
                    .ifPresent(this::waitForRoom);
        });
    }

    /** Sessions that changed relays and may have missed passing events since the last time; each once. */
    public List<SessionRef> takeBehind() {
        return locked(passing::takeBehind);
    }

    /** Sessions that look at parts of lists. */
    public List<JoiningSession> looking() {
        return locked(sessions::looking);
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
        RelayUse use = uses.get(relay);
        if (use != null) {
            use.acknowledge(position, frame);
        }
    }

    /**
     * Which of the sessions that a relay lost are lost indeed. Those that were told to it again meanwhile, or to another one, are not.
     *
     * @param frame the last that the relay had taken in; 0 when it does not say
     */
    public List<SessionRef> lost(String relay, long frame, List<SessionRef> sessionsThere) {
        return locked(() -> sessionsThere.stream()
                .filter(session -> sessions.partitionOf(session)
                        .map(Partition::use)
                        .filter(use -> !use.link().relay().id().equals(relay) || !use.lost(session, frame))
                        .isEmpty())
                .toList());
    }

    /** The relay, or the stream to it, is gone: its partitions wait for {@link #placeHomeless}. */
    public void relayLost(String relay) {
        changed(() -> {
            abandoned.remove(relay);
            RelayUse use = uses.remove(relay);
            if (use != null) {
                sessions.partitionsOn(relay)
                        .forEach(
                                partition -> partition.loseRelay(partition.use().acknowledged()));
            }
        });
    }

    /**
     * The relay does not know this actor: everything is told again. It says so for every frame that was on its way, and is
     * listened to once.
     *
     * @param number of the frame that was of no use; 0 when the relay does not say
     */
    public void relayForgot(String relay, long number) {
        changed(() -> {
            RelayUse use = uses.get(relay);
            if (use != null && use.includes(number)) {
                boolean again = use.begunAt() + FORGETFUL_MILLIS > clock.millis();
                relayLost(relay);
                if (!again) {
                    placeHomeless();
                }
            }
        });
    }

    /** The relay has room for more after it had not. */
    void roomAt(String relay) {
        changed(() -> {
            placeHomeless();
            RelayLink link = abandoned.remove(relay);
            if (link != null && !uses.containsKey(relay) && !link.offer(frames.released(last)) && link.usable()) {
                abandoned.put(relay, link);
                link.whenRoom(this);
            }
        });
    }

    /** The relay takes no new work: its partitions move while it still runs. */
    public void relayDrains(String relay) {
        changed(() -> {
            RelayUse use = uses.get(relay);
            if (use != null) {
                boolean told = use.link().offer(frames.released(last));
                relayLost(relay);
                if (!told) {
                    abandon(use.link());
                }
                placeHomeless();
            }
        });
    }

    /** Gives a relay to every partition that has none, if one is known. */
    public void placeHomeless() {
        changed(() -> sessions.homeless().forEach(this::place));
    }

    /** Every session leaves, without being told: the next owner takes them over. */
    public void release() {
        changed(() -> {
            uses.values().forEach(use -> use.link().offer(frames.released(last)));
            uses.clear();
            abandoned.clear();
            sessions.clear();
        });
    }

    private void admit(
            Collection<JoiningSession> joining, Position resumeAfter, Optional<List<PositionedEvent>> earlier) {
        leave(refs(joining));
        placeHomeless();
        sessions.add(joining).forEach((partition, added) -> {
            boolean fresh = partition.sessions().size() == added.size();
            if (partition.isHomeless() && fresh) {
                partition.loseRelay(last);
            }
            if (partition.isHomeless()) {
                partition.owes(resumeAfter, earlier);
                place(partition);
            } else if (!joined(partition, added, resumeAfter, window.missed(resumeAfter, last, earlier))) {
                waitForRoom(partition.use());
                partition.owes(resumeAfter, earlier);
            }
        });
    }

    private boolean joined(
            Partition partition, List<JoiningSession> added, Position resumeAfter, List<PositionedEvent> missed) {
        List<OwnerFrame> told = JoinFrames.joins(key, last, partition.number(), added, missed);
        long first = partition.use().link().offer(told);
        if (first > 0) {
            partition.use().joining(first + told.size() - 1, resumeAfter, refs(added));
        }
        return first > 0;
    }

    private static Set<SessionRef> refs(Collection<JoiningSession> joining) {
        return joining.stream().map(session -> session.getSession().getRef()).collect(Collectors.toSet());
    }

    /** Tells a relay of everybody in the partition, all or nothing. Without a relay that has room it stays homeless. */
    private void place(Partition partition) {
        Optional<RelayLink> chosen = links.choose(key.getId(), partition.number());
        if (chosen.isEmpty()) {
            return;
        }
        RelayLink link = chosen.get();
        RelayUse present = uses.get(link.relay().id());
        boolean begins = present == null || present.link() != link;
        List<OwnerFrame> told = new ArrayList<>();
        if (begins) {
            told.add(frames.at(last).setState(state.whole()).build());
        }
        Position delivered = partition.deliveredThrough();
        told.addAll(JoinFrames.joins(
                key,
                last,
                partition.number(),
                partition.sessions().values(),
                window.missed(delivered, last, partition.earlierEvents())));
        long first = link.offer(told);
        if (first == 0) {
            link.whenRoom(this);
            return;
        }
        if (begins) {
            present = new RelayUse(link, delivered, clock.millis(), first, links.onDelivered());
            uses.put(link.relay().id(), present);
            abandoned.remove(link.relay().id());
        }
        present.joining(first + told.size() - 1, delivered, partition.sessions().keySet());
        partition.serveBy(present);
        passing.placed(partition, delivered);
    }

    private void toAll(OwnerFrame.Builder content) {
        OwnerFrame frame = content.build();
        List.copyOf(uses.values()).stream()
                .filter(use -> !use.link().offer(frame))
                .forEach(this::waitForRoom);
    }

    /** Something for the relay did not fit: its sessions here join again when there is room. */
    private void waitForRoom(RelayUse use) {
        relayLost(use.link().relay().id());
        abandon(use.link());
    }

    private void abandon(RelayLink link) {
        if (link.usable()) {
            abandoned.put(link.relay().id(), link);
            link.whenRoom(this);
        }
    }

    private void loseAll() {
        sessions.served()
                .forEach(partition -> partition.loseRelay(partition.use().acknowledged()));
        uses.clear();
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
