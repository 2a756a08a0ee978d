package io.guildhall.guild.kernel.audience;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.SessionRef;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which relay serves which partition of an actor's sessions, what each was told, and where the actor's events stand. Used under the lock of
 * its {@link Audience}, except for {@link #acknowledged}.
 */
final class Placement {
    /** A relay that forgets an actor again so soon is told everything again at the next look, not at once. */
    private static final long FORGETFUL_MILLIS = 1_000;

    private final Audience audience;
    private final ActorKey key;
    private final ActorFrames frames;
    private final RelayLinks links;
    private final Clock clock;
    private final Sessions sessions;
    private final EventWindow window;
    private final VisibilityState state;
    private final PassingEvents passing;
    private final ConcurrentHashMap<String, RelayUse> uses = new ConcurrentHashMap<>();
    /** Relays that may still have sessions of this actor though none is theirs: they hear of it once there is room. */
    private final Map<String, RelayLink> abandoned = new HashMap<>(2);

    private Position last = Position.getDefaultInstance();

    /** @param audience that is told when a relay has room again */
    Placement(
            Audience audience,
            RelayLinks links,
            Clock clock,
            Sessions sessions,
            EventWindow window,
            VisibilityState state,
            PassingEvents passing) {
        this.audience = audience;
        this.key = audience.key();
        this.frames = new ActorFrames(key);
        this.links = links;
        this.clock = clock;
        this.sessions = sessions;
        this.window = window;
        this.state = state;
        this.passing = passing;
    }

    /** Everything up to here was sent. */
    Position position() {
        return last;
    }

    /** Goes on at this position. */
    void moveTo(Position position) {
        last = position;
    }

    /** A frame of the actor as it stands. */
    OwnerFrame.Builder frame() {
        return frames.at(last);
    }

    /** Sends the event of the last position. */
    void send(Event event) {
        OwnerFrame frame = frame().setEvent(event).build();
        List.copyOf(uses.values()).stream()
                .filter(use -> !use.send(last, frame))
                .forEach(this::waitForRoom);
    }

    void toAll(OwnerFrame.Builder content) {
        OwnerFrame frame = content.build();
        List.copyOf(uses.values()).forEach(use -> tell(use, frame));
    }

    /** What the session asks for of the events with topics, to the relay that serves it, if one does. */
    void asked(Partition partition, SessionRef session, List<Long> topics) {
        if (!partition.isHomeless()) {
            tell(partition.use(), frames.asked(last, session, topics));
        }
    }

    /** Any thread: relays acknowledge often, and on threads that hold locks of their own. */
    void acknowledged(String relay, Position position, long frame) {
        RelayUse use = uses.get(relay);
        if (use != null) {
            use.acknowledge(position, frame);
        }
    }

    /** The relay, or the stream to it, is gone: its partitions wait for {@link #placeHomeless}. */
    void lost(String relay) {
        abandoned.remove(relay);
        RelayUse use = uses.remove(relay);
        if (use != null) {
            sessions.partitionsOn(relay)
                    .forEach(partition -> partition.loseRelay(partition.use().acknowledged()));
        }
    }

    /** Every partition waits for {@link #placeHomeless}. */
    void loseAll() {
        sessions.served()
                .forEach(partition -> partition.loseRelay(partition.use().acknowledged()));
        uses.clear();
    }

    /** @param number of the frame that was of no use to a relay that does not know the actor; 0 when it does not say */
    void forgot(String relay, long number) {
        RelayUse use = uses.get(relay);
        if (use != null && use.includes(number)) {
            boolean again = use.begunAt() + FORGETFUL_MILLIS > clock.millis();
            lost(relay);
            if (!again) {
                placeHomeless();
            }
        }
    }

    /** The relay has room for more after it had not. */
    void roomAt(String relay) {
        placeHomeless();
        RelayLink link = abandoned.remove(relay);
        if (link != null && !uses.containsKey(relay) && !link.offer(frames.released(last)) && link.usable()) {
            abandoned.put(relay, link);
            link.whenRoom(audience);
        }
    }

    /** The relay takes no new work: its partitions move while it still runs. */
    void drains(String relay) {
        RelayUse use = uses.get(relay);
        if (use != null) {
            boolean told = use.link().offer(frames.released(last));
            lost(relay);
            if (!told) {
                abandon(use.link());
            }
            placeHomeless();
        }
    }

    /** Gives a relay to every partition that has none, if one is known. */
    void placeHomeless() {
        sessions.homeless().forEach(this::place);
    }

    /** Everybody is forgotten, and no session hears of it. A relay without room is told when it has some. */
    void release() {
        sessions.clear();
        List<RelayLink> full = uses.values().stream()
                .map(RelayUse::link)
                .filter(link -> !link.offer(frames.released(last)))
                .toList();
        uses.clear();
        full.forEach(this::abandon);
    }

    /** Sessions that were added to a partition, which have everything up to a position. */
    void joined(
            Partition partition,
            List<JoiningSession> added,
            Position resumeAfter,
            Optional<List<PositionedEvent>> earlier) {
        boolean fresh = partition.sessions().size() == added.size();
        if (partition.isHomeless() && fresh) {
            partition.loseRelay(last);
        }
        if (partition.isHomeless()) {
            partition.owes(resumeAfter, earlier);
            place(partition);
        } else if (!told(partition, added, resumeAfter, window.missed(resumeAfter, last, earlier))) {
            waitForRoom(partition.use());
            partition.owes(resumeAfter, earlier);
        }
    }

    static Set<SessionRef> refs(Collection<JoiningSession> joining) {
        return joining.stream().map(session -> session.getSession().getRef()).collect(Collectors.toSet());
    }

    private boolean told(
            Partition partition, List<JoiningSession> added, Position resumeAfter, List<PositionedEvent> missed) {
        List<OwnerFrame> told = JoinFrames.joins(key, last, partition.number(), added, missed);
        long first = partition.use().link().offer(told);
        if (first > 0) {
            partition.use().joining(first + told.size() - 1, resumeAfter, refs(added));
        }
        return first > 0;
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
            link.whenRoom(audience);
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

    private void tell(RelayUse use, OwnerFrame frame) {
        if (!use.link().offer(frame)) {
            waitForRoom(use);
        }
    }

    /** Something for the relay did not fit: its sessions here join again when there is room. */
    private void waitForRoom(RelayUse use) {
        lost(use.link().relay().id());
        abandon(use.link());
    }

    private void abandon(RelayLink link) {
        if (link.usable()) {
            abandoned.put(link.relay().id(), link);
            link.whenRoom(audience);
        }
    }
}
