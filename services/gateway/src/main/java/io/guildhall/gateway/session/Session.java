package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.gateway.wire.Frames;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscription;
import io.guildhall.observability.process.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * One gateway session. Belongs to a lane and is touched on the lane's event loop only. Outlives its connections: without
 * one it goes on collecting events until it is resumed or times out.
 */
public final class Session {
    private final Lane lane;
    private final long number;
    private final String id;
    private final ReplayBuffer replay = new ReplayBuffer();
    private final Attachments attachments = new Attachments();
    private final Voices voices = new Voices();
    private Profile profile;
    /** Read by other threads to give up early. */
    private volatile Phase phase = Phase.IDENTIFYING;

    private Outlet outlet;
    /** Everything up to here was handed to the connection. */
    private long written;
    /** What the last heartbeat said. */
    private long received;

    private long pendingBytes;
    private long detachedSince;
    private boolean dirty;
    private boolean absent;
    /** Null until something comes before READY, and after READY. */
    private EarlyEvents early;
    /** What waits for the answer to an earlier question; null while there is none. */
    private Queue<Command> questions;
    /** Null until the session looks at something. */
    private Subscriptions subscriptions;
    /** Null until an answer about a guild is awaited that what happens there follows. */
    private Holdings holdings;
    /** Null while no guild is being joined, which is nearly always. */
    private List<Joining> joining;

    Session(Lane lane, long number, String id, Profile profile, Outlet outlet) {
        this.lane = lane;
        this.number = number;
        this.id = id;
        this.profile = profile;
        this.outlet = outlet;
        this.detachedSince = lane.now();
    }

    /** As {@link Lane#run}; what the task throws ends the session. */
    public void run(Runnable task) {
        lane.run(() -> Guard.PROCESS.run(task, failure -> lane.fail(this, failure)));
    }

    /** From now on what happens in the guild waits; null when the session is not attached to it. */
    public Joining beginJoining(long guildId) {
        LaneActor guild = lane.actor(guildId);
        if (guild == null || !attachments.attached(guild)) {
            return null;
        }
        if (joining == null) {
            joining = new ArrayList<>(1);
        }
        Joining begun = new Joining(guild);
        joining.add(begun);
        return begun;
    }

    /** The session has the guild as it was at the position: what came later follows. */
    public void finishJoining(Joining finished, Position after) {
        endJoining(finished);
        finished.finish(this, after);
    }

    /** True while the session has not got the guild yet. */
    public boolean isJoining(long guildId) {
        return joining(lane.actor(guildId)) != null;
    }

    /** What waited is forgotten. */
    public void endJoining(Joining ended) {
        if (joining != null && joining.remove(ended) && joining.isEmpty()) {
            joining = null;
        }
    }

    /** Questions to owners that wait; null when none is under way. */
    public Queue<Command> questions() {
        return questions;
    }

    public void questions(Queue<Command> waiting) {
        questions = waiting;
    }

    /** What the session looks at in a guild; nothing by default. */
    public Subscription subscription(long guildId) {
        return subscriptions == null ? Subscription.getDefaultInstance() : subscriptions.of(guildId);
    }

    public boolean looksAt(long guildId) {
        return subscription(guildId).getSerializedSize() > 0;
    }

    /** The answers about guilds that are awaited; null when there are none. */
    Holdings holdings() {
        return holdings;
    }

    void holdings(Holdings awaited) {
        holdings = awaited;
    }

    /** What the session looks at, by guild. */
    public Map<Long, Subscription> allSubscriptions() {
        return subscriptions == null ? Map.of() : subscriptions.all();
    }

    /** The session looks at this in the guild from now on. */
    public void subscribe(long guildId, Subscription subscription) {
        subscriptions().put(guildId, subscription);
    }

    /** What it looks at, and how often it may look elsewhere. Sessions that never looked anywhere have none. */
    public Subscriptions subscriptions() {
        if (subscriptions == null) {
            subscriptions = new Subscriptions();
        }
        return subscriptions;
    }

    public Voices voices() {
        return voices;
    }

    /** The session has left the guild. */
    void forget(long guildId) {
        voices.forget(guildId);
        if (subscriptions != null) {
            subscriptions.forget(guildId);
        }
    }

    /** Null when the session is not just joining this guild. */
    Joining joining(LaneActor guild) {
        return joining == null
                ? null
                : joining.stream().filter(one -> one.of(guild)).findFirst().orElse(null);
    }

    /** Takes an event of an actor that the session has joined. */
    void receive(LaneActor actor, Dispatch dispatch) {
        if (!Holdings.hold(this, actor, dispatch)) {
            receive(dispatch);
        }
    }

    /** Takes an event from an actor. Repeats are dropped; what comes before READY waits for it. */
    void receive(Dispatch dispatch) {
        switch (phase) {
            case READY -> dispatch(dispatch);
            case IDENTIFYING -> hold(dispatch);
            case MOVED, ENDED -> {}
        }
    }

    /** Gives the event the next sequence number and queues it for the connection and for replay. */
    public void dispatch(Dispatch dispatch) {
        lane.recent().count(dispatch);
        replay.add(dispatch);
        if (outlet == null) {
            written = Math.max(written, replay.firstSequence() - 1);
            replay.trim(replay.lastSequence(), lane);
            return;
        }
        pendingBytes += dispatch.weight();
        replay.trim(written, lane);
        if (readsTooSlowly()) {
            cutSlowReader();
        } else {
            lane.wroteTo(this);
        }
    }

    private boolean readsTooSlowly() {
        return pendingBytes > lane.limits().pendingBytes()
                || replay.count() > 2 * lane.limits().replayEvents()
                || written < replay.lastSequence() && lane.recent().passed(replay.get(written + 1));
    }

    /** Lets go of what no session of this node may hold any longer, as so much came since; who has not even read it reads too slowly. */
    void forgetPassed() {
        if (outlet == null) {
            replay.trim(replay.lastSequence(), lane);
            return;
        }
        replay.trim(written, lane);
        if (readsTooSlowly()) {
            cutSlowReader();
        }
    }

    private void cutSlowReader() {
        lane.measures().slowReader();
        outlet.cut();
        disconnect();
    }

    /**
     * Bytes of the events that are held for this session alone: to be written, to be replayed, and until READY. Never more than may wait
     * for a slow reader, but for one event that is larger by itself.
     */
    public long heldBytes() {
        return replay.weight() + (early == null ? 0 : early.bytes());
    }

    /** Sends READY and what belongs to it, then what was held back for it. */
    public void ready(List<Dispatch> ready) {
        phase = Phase.READY;
        ready.forEach(this::dispatch);
        if (early != null) {
            List<Dispatch> waiting = early.events();
            early = null;
            waiting.forEach(this::dispatch);
        }
    }

    /** Makes this connection the session's own and replays everything after {@code lastReceived}. */
    public void resume(Outlet next, long lastReceived, Dispatch resumed) {
        closeOutlet();
        outlet = next;
        written = lastReceived;
        pendingBytes = 0;
        for (long sequence = lastReceived + 1; sequence <= replay.lastSequence(); sequence++) {
            pendingBytes += replay.get(sequence).weight();
        }
        dispatch(resumed);
        if (absent) {
            absent = false;
            lane.context().listener().connectionChanged(this);
        }
    }

    /**
     * The client says that it has everything up to here. What it had said so of a heartbeat ago is let go of; the rest stays that much
     * longer, in case it comes back with what it stored a moment before.
     */
    public void received(long sequence) {
        replay.dropUpTo(Math.min(received, written));
        received = Math.max(received, sequence);
    }

    /** Closes the connection, if there is one, so that its client resumes. */
    public void closeOutlet() {
        if (outlet != null) {
            outlet.close(CloseCode.UNKNOWN_ERROR);
            disconnect();
        }
    }

    /** The connection is gone; the session waits to be resumed. */
    public void disconnect() {
        outlet = null;
        pendingBytes = 0;
        detachedSince = lane.now();
        replay.trim(replay.lastSequence(), lane);
        awaitReturn();
    }

    /** Unless a connection comes soon, owners hear that the session only waits for one. */
    public void awaitReturn() {
        lane.afterPatience(() -> {
            if (phase == Phase.READY && outlet == null && !absent) {
                absent = true;
                lane.context().listener().connectionChanged(this);
            }
        });
    }

    /** True when owners are to know that the session has no connection and waits to be resumed. */
    public boolean absent() {
        return absent;
    }

    /**
     * Tells the client that its session is no longer served, with op 9.
     *
     * @param resumable false: the session is over; true: the client is asked to resume it
     */
    public void invalidate(boolean resumable) {
        Outlet former = outlet;
        if (former != null) {
            former.control(Frames.invalidSession(resumable));
            former.release();
            disconnect();
        }
        if (!resumable) {
            lane.end(this);
        }
    }

    /** Notes what was handed to the connection. */
    void wrote(long sequence, long bytes) {
        written = sequence;
        pendingBytes -= bytes;
    }

    private void hold(Dispatch dispatch) {
        if (early == null) {
            early = new EarlyEvents();
        }
        if (!early.add(dispatch, lane)) {
            early = null;
            lane.end(this);
            if (outlet != null) {
                outlet.close(CloseCode.UNKNOWN_ERROR);
            }
        }
    }

    public void forEachActor(Consumer<LaneActor> action) {
        attachments.forEach((actor, index) -> action.accept(actor));
    }

    public Lane lane() {
        return lane;
    }

    public long number() {
        return number;
    }

    public String id() {
        return id;
    }

    public SessionRef reference() {
        return SessionRef.newBuilder().setGateway(lane.node()).setNumber(number).build();
    }

    public Profile profile() {
        return profile;
    }

    public void presence(byte[] presence) {
        profile = profile.withPresence(presence);
    }

    public Phase phase() {
        return phase;
    }

    void phase(Phase next) {
        phase = next;
    }

    public Outlet outlet() {
        return outlet;
    }

    public ReplayBuffer replay() {
        return replay;
    }

    Attachments attachments() {
        return attachments;
    }

    public long pendingBytes() {
        return pendingBytes;
    }

    long written() {
        return written;
    }

    long detachedSince() {
        return detachedSince;
    }

    boolean dirty() {
        return dirty;
    }

    void dirty(boolean changed) {
        dirty = changed;
    }
}
