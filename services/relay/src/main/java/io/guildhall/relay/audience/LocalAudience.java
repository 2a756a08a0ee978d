package io.guildhall.relay.audience;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.MemberRoles;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.SessionTopics;
import io.guildhall.model.rpc.SessionsJoin;
import io.guildhall.model.rpc.SessionsLeave;
import io.guildhall.model.rpc.Stale;
import io.guildhall.observability.process.Guard;
import io.guildhall.relay.gateway.Outgoing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;

/**
 * Everyone on this relay who listens to one actor, under one epoch of its owner. Safe for threads: frames come from the
 * owner's stream, settled frames and dead gateways from elsewhere. Nothing here waits.
 */
public final class LocalAudience {
    /** Sessions named in one notice; a dead gateway node can mean many thousands. */
    private static final int SESSIONS_IN_NOTICE = 1_000;

    private static final Logger LOG = Logger.getLogger(LocalAudience.class);

    private final ActorKey actor;
    private final long epoch;
    private final VisibilityCache visibility;
    private final Members members;
    private final Fanout fanout;
    private final Map<Integer, JoinInParts> joining = new HashMap<>(2);
    private Acknowledgements acknowledgements = new Acknowledgements();
    private Notices owner;
    private long lastFrame;
    private long lastSequence;

    public LocalAudience(ActorKey actor, long epoch, Clock clock) {
        this.actor = actor;
        this.epoch = epoch;
        this.visibility = actor.getKind() == ActorKind.GUILD ? new VisibilityCache(actor.getId(), clock) : null;
        this.members = new Members(visibility);
        this.fanout = new Fanout(actor, members, visibility);
    }

    public ActorKey actor() {
        return actor;
    }

    public long epoch() {
        return epoch;
    }

    public synchronized int sessions() {
        return members.size();
    }

    /**
     * A frame comes on the owner's stream that hears of this audience from now on. What is under way of an earlier stream says
     * nothing of this one, on which everything was told again.
     *
     * @param number of the frame; 0 when it has none
     */
    public synchronized void taking(long number, Notices stream) {
        if (owner != stream) {
            owner = stream;
            acknowledgements = new Acknowledgements();
        }
        lastFrame = number;
    }

    /** True when a stream that was opened after this one speaks for the owner. */
    public synchronized boolean hasLaterOwner(Notices notices) {
        return owner != null && owner.opened() > notices.opened();
    }

    /** True when the owner's stream is still this one. */
    public synchronized boolean ownedBy(Notices notices) {
        return owner == notices;
    }

    /** False while a guild's roles and overwrites are not known, so that nobody's rights can be told. */
    public synchronized boolean ready() {
        return visibility == null || visibility.rules() != null;
    }

    /** @param begins whether the owner begins anew: whoever is to stay joins again */
    public synchronized void state(Position position, AudienceState state, boolean begins) {
        if (begins) {
            members.clear();
            joining.clear();
        }
        if (visibility != null) {
            members.rules(GuildRules.of(actor.getId(), state));
        }
        close(open(position));
    }

    /** Roles, channels or the guild's owner changed. */
    public synchronized void delta(Position position, AudienceDelta delta) {
        if (visibility != null) {
            members.change(delta);
        }
        close(open(position));
    }

    public synchronized void join(Position position, SessionsJoin join, Outgoing outgoing) {
        Acknowledgements.Pending pending = open(position);
        JoinInParts parts = joining.computeIfAbsent(join.getPartition(), partition -> new JoinInParts());
        List<SessionRef> refused = new ArrayList<>();
        join.getSessionsList().forEach(session -> {
            SessionRef ref = session.getSession().getRef();
            boolean present = members.holding(ref) != null;
            if (members.join(join.getPartition(), session)) {
                parts.add(ref, present);
            } else {
                refused.add(ref);
            }
        });
        if (!join.getMore()) {
            joining.remove(join.getPartition());
            backlog(join.getBacklogList(), parts, pending, outgoing);
        }
        refuse(refused, pending, outgoing);
        close(pending);
    }

    private void backlog(
            List<PositionedEvent> missed, JoinInParts parts, Acknowledgements.Pending pending, Outgoing outgoing) {
        List<Then> then = ready() && visibility != null
                ? Hindsight.of(missed, visibility.rules())
                : Collections.nCopies(missed.size(), null);
        for (int index = 0; index < missed.size(); index++) {
            backlog(missed.get(index), then.get(index), parts, pending, outgoing);
        }
    }

    private void backlog(
            PositionedEvent missed, Then then, JoinInParts parts, Acknowledgements.Pending pending, Outgoing outgoing) {
        boolean sentOn = Long.compareUnsigned(missed.getPosition().getSequence(), lastSequence) <= 0;
        Collection<SessionRef> receivers = parts.receivers(sentOn);
        Guard.PROCESS.run(() -> fanout.backlog(missed, then, receivers, settling(pending, outgoing)), failure -> {
            LOG.errorf(failure, "A missed event failed; %d sessions must begin anew", receivers.size());
            refuse(List.copyOf(receivers), pending, outgoing);
        });
    }

    /** These can't be served: their clients are told to begin anew, and the owner forgets them. */
    private void refuse(List<SessionRef> sessions, Acknowledgements.Pending pending, Outgoing outgoing) {
        sessions.forEach(session -> {
            members.leave(session.getGateway(), session.getNumber());
            settling(pending, outgoing).send(session.getGateway(), Invalidation.of(actor, session.getNumber()));
        });
        lost(sessions);
    }

    public synchronized void leave(Position position, SessionsLeave leave) {
        leave.getSessionsList().forEach(session -> members.leave(session.getGateway(), session.getNumber()));
        close(open(position));
    }

    public synchronized void roles(Position position, MemberRoles changed) {
        members.roles(changed);
        close(open(position));
    }

    /** A session asks for other events than before. */
    public synchronized void topics(Position position, SessionTopics changed) {
        members.topics(changed);
        close(open(position));
    }

    /** Sends the event on, unless it was sent on already: an owner that reconnects repeats what it had no answer for. */
    public synchronized void event(Position position, Event event, Outgoing outgoing) {
        Acknowledgements.Pending pending = open(position);
        if (Long.compareUnsigned(position.getSequence(), lastSequence) > 0) {
            lastSequence = position.getSequence();
            fanout.event(position, event, settling(pending, outgoing));
        }
        close(pending);
    }

    /**
     * The actor can't be told of something, and whom that concerns hears so by this event, whatever its owner says at the same time. It has no
     * place in the owner's order.
     */
    public synchronized void unserved(Event event, Outgoing outgoing) {
        fanout.event(
                Position.getDefaultInstance(),
                event,
                (gateway, frame) -> outgoing.send(gateway, frame, (unknownSessions, newerEpoch) -> {}));
    }

    /** The owner has given the audience up: nobody listens any more. What is on its way is still acknowledged. */
    public synchronized void release(Position position) {
        close(open(position));
    }

    /** The gateway node is gone: its sessions leave and the owner hears of it. Returns their numbers. */
    public synchronized LongStream dropGateway(String gateway) {
        List<SessionRef> dropped = new ArrayList<>();
        members.partitions().forEach(partition -> partition
                .sessionsOn(gateway)
                .forEach(number -> dropped.add(SessionRef.newBuilder()
                        .setGateway(gateway)
                        .setNumber(number)
                        .build())));
        dropped.forEach(session -> members.leave(gateway, session.getNumber()));
        lost(dropped);
        return dropped.stream().mapToLong(SessionRef::getNumber);
    }

    /** Answers that are remembered. */
    synchronized int remembered() {
        return visibility.remembered();
    }

    private Fanout.Sink settling(Acknowledgements.Pending pending, Outgoing outgoing) {
        return (gateway, frame) -> {
            pending.await();
            boolean inLine = false;
            try {
                outgoing.send(gateway, frame, (unknown, newerEpoch) -> settled(pending, gateway, unknown, newerEpoch));
                inLine = true;
            } finally {
                if (!inLine) {
                    close(pending);
                }
            }
        };
    }

    private synchronized void settled(
            Acknowledgements.Pending pending, String gateway, List<Long> unknownSessions, long newerEpoch) {
        if (Long.compareUnsigned(newerEpoch, epoch) > 0) {
            // The gateway node did not deliver the frame: it knows a later owner, so this one has been replaced.
            tell(notice().setStale(Stale.newBuilder().setEpoch(newerEpoch)));
        }
        List<SessionRef> gone = new ArrayList<>();
        unknownSessions.forEach(number -> {
            if (members.leave(gateway, number)) {
                gone.add(SessionRef.newBuilder()
                        .setGateway(gateway)
                        .setNumber(number)
                        .build());
            }
        });
        lost(gone);
        close(pending);
    }

    private Acknowledgements.Pending open(Position position) {
        return acknowledgements.open(position, lastFrame);
    }

    private void close(Acknowledgements.Pending pending) {
        pending.close()
                .filter(reached -> reached.isOf(acknowledgements))
                .ifPresent(reached ->
                        tell(notice().setAcknowledged(reached.position()).setFrame(reached.frame())));
    }

    private void lost(List<SessionRef> sessions) {
        for (int from = 0; from < sessions.size(); from += SESSIONS_IN_NOTICE) {
            List<SessionRef> some = sessions.subList(from, Math.min(sessions.size(), from + SESSIONS_IN_NOTICE));
            tell(notice().setLost(SessionsLeave.newBuilder().addAllSessions(some))
                    .setFrame(lastFrame));
        }
    }

    private RelayNotice.Builder notice() {
        return RelayNotice.newBuilder().setActor(actor);
    }

    private void tell(RelayNotice.Builder notice) {
        if (owner != null) {
            owner.tell(notice.build());
        }
    }
}
