package io.guildhall.gateway.session;

import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Position;
import io.guildhall.observability.logging.LogContext;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Later;
import io.netty.channel.EventLoop;
import io.netty.util.collection.LongObjectHashMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The sessions of one event loop. Everything here happens on that loop, so nothing is locked; other threads come in by
 * {@link #run}. Events are first appended to all sessions concerned and written at the end of the loop's turn, so that
 * whatever waits for a session by then leaves in one write. What fails for one session ends that session; the others go on.
 */
public final class Lane {
    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final String TASK = "A task of a lane";
    private static final int INITIAL_DIRTY = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final int index;
    private final EventLoop loop;
    private final LaneContext context;
    private final LongObjectHashMap<Session> sessions = new LongObjectHashMap<>();
    private final LongObjectHashMap<LaneActor> actors = new LongObjectHashMap<>();
    private List<Session> dirty = new ArrayList<>(INITIAL_DIRTY);
    private List<Session> flushing = new ArrayList<>(INITIAL_DIRTY);

    Lane(int index, EventLoop loop, LaneContext context) {
        this.index = index;
        this.loop = loop;
        this.context = context;
    }

    /**
     * Runs on the lane's loop: at once when already there, else after everything given to it before. What the task throws is
     * logged; tasks of one session go by {@link Session#run}, and those of a connection by its own.
     */
    public void run(Runnable task) {
        if (loop.inEventLoop()) {
            Guard.PROCESS.run(TASK, task);
        } else {
            runLater(task);
        }
    }

    /** Runs on the lane's loop after everything given to it before, also when already there. */
    public void runLater(Runnable task) {
        loop.execute(() -> Guard.PROCESS.run(TASK, task));
    }

    /**
     * Something that was to be done for the session failed, perhaps halfway: nothing is left out silently, so the session is
     * over and its client connects anew. On the lane.
     */
    public void fail(Session session, Throwable failure) {
        Guard.PROCESS.check(failure);
        try (LogContext ignored = LogContext.of("session", session.number())) {
            LOG.error("A session is ended because serving it failed", failure);
        }
        Outlet outlet = session.outlet();
        Guard.PROCESS.run("Ending a session that failed", () -> end(session));
        if (outlet != null) {
            Guard.PROCESS.run("Closing a connection that failed", () -> outlet.close(CloseCode.UNKNOWN_ERROR));
        }
    }

    Session add(long number, String id, Profile profile, Outlet outlet) {
        Session session = new Session(this, number, id, profile, outlet);
        sessions.put(number, session);
        return session;
    }

    /** Null when there is none, or when it is over. */
    public Session find(long number) {
        return sessions.get(number);
    }

    public Collection<Session> sessions() {
        return List.copyOf(sessions.values());
    }

    /** Ends the session: it can't be resumed, and the owners hear that it left. */
    public void end(Session session) {
        if (sessions.remove(session.number()) == null) {
            return;
        }
        session.phase(Phase.ENDED);
        session.attachments().forEachKnown((actor, index) -> release(actor));
        context.listener().ended(session);
    }

    /** Runs when a client has had the time that most need to connect again. */
    void afterPatience(Runnable task) {
        Later.run(loop, PATIENCE, TASK, task);
    }

    /** The session begins to receive the actor's events, after this position (epoch 0: from its start). */
    public void attach(Session session, ActorKind kind, long id, long epoch, long sequence) {
        LaneActor actor = actors.get(id);
        if (actor == null) {
            actor = new LaneActor(kind, id);
            actors.put(id, actor);
        }
        if (session.attachments().find(actor) < 0) {
            actor.retain();
        }
        actor.known(epoch);
        LaneActor forgotten = session.attachments().attach(actor, epoch, sequence);
        if (forgotten != null) {
            release(forgotten);
        }
    }

    /** The session no longer receives the actor's events; its position is remembered. */
    public void leave(Session session, long id) {
        LaneActor actor = actors.get(id);
        if (actor != null) {
            Holdings.giveUp(session, actor);
            session.attachments().leave(actor);
            session.forget(id);
        }
    }

    /** The session's place in the order of the actor's events is at least this. */
    public void reached(Session session, long id, Position position) {
        LaneActor actor = actors.get(id);
        if (actor != null && session.attachments().attached(actor)) {
            attach(session, actor.kind(), id, position.getEpoch(), position.getSequence());
        }
    }

    public boolean attached(Session session, long id) {
        LaneActor actor = actors.get(id);
        return actor != null && session.attachments().attached(actor);
    }

    /** Sessions whose connection has been gone since before this time. */
    public List<Session> detachedBefore(long time) {
        List<Session> gone = new ArrayList<>();
        for (Session session : sessions.values()) {
            if (session.phase() == Phase.READY && session.outlet() == null && session.detachedSince() < time) {
                gone.add(session);
            }
        }
        return gone;
    }

    /** Lets go of what the sessions of this node may hold no longer. */
    public void forgetPassed() {
        if (context.recent().full()) {
            sessions().forEach(session -> session.run(session::forgetPassed));
        }
    }

    LaneActor actor(long id) {
        return actors.get(id);
    }

    /**
     * Hands an event to one session, unless the session had it already. An epoch of 0 means that the event has no place in
     * its actor's order. An invalidation is obeyed whatever its place: it says that the order is broken.
     *
     * @param backlog whether it is of what the session missed
     */
    void receive(Session session, LaneActor actor, LaneEvent event, boolean backlog) {
        if (actor != null
                && event.epoch() != 0
                && !session.attachments().advance(actor, event.partition(backlog), event.epoch(), event.sequence())
                && !event.dispatch().name().equals(LaneEvent.INVALIDATE)) {
            context.measures().repeated();
            return;
        }
        if (event.control()) {
            context.listener().control(session, event.dispatch());
            return;
        }
        Joining joining = session.joining(actor);
        if (joining == null) {
            session.receive(actor, event.dispatch());
        } else {
            joining.hold(event, context.recent());
        }
    }

    /** The session has something to write; it happens at the end of the loop's turn. */
    public void wroteTo(Session session) {
        if (session.dirty()) {
            return;
        }
        if (dirty.isEmpty()) {
            loop.execute(this::flush);
        }
        dirty.add(session);
        session.dirty(true);
    }

    private void flush() {
        List<Session> batch = dirty;
        dirty = flushing;
        flushing = batch;
        for (Session session : batch) {
            session.dirty(false);
            try {
                SessionWriter.flush(session, context);
            } catch (Throwable failure) {
                fail(session, failure);
            }
        }
        batch.clear();
    }

    private void release(LaneActor actor) {
        if (actor.release()) {
            actors.remove(actor.id());
        }
    }

    public int index() {
        return index;
    }

    public EventLoop loop() {
        return loop;
    }

    public String node() {
        return context.node();
    }

    SessionLimits limits() {
        return context.limits();
    }

    RecentBytes recent() {
        return context.recent();
    }

    Measures measures() {
        return context.measures();
    }

    LaneContext context() {
        return context;
    }

    public long now() {
        return context.clock().millis();
    }
}
