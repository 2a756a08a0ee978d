package io.guildhall.guild.kernel.audience;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.observability.process.Guard;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The one stream from this node to one relay, shared by all actors. The relay says how far it has taken the frames in; no
 * more than a window of bytes is ever under way beyond that, wherever it waits. What does not fit is refused: its actor
 * then knows of no relay for these sessions, and is called once there is room again. Of that, only what each actor keeps
 * once for all its relays is left to send. Frames that belong together and are more than a window, as the sessions of a partition can be,
 * are taken when nothing else is there; they wait here as what the actor keeps anyway, and leave as there is room.
 */
final class RelayLink {
    private final Node relay;
    private final Consumer<RelayLink> onBroken;
    private final LongSupplier nanos;
    private final long timeoutNanos;
    private final AtomicBoolean broken = new AtomicBoolean();
    private final LinkWindow window;
    /** Taken, and not under way yet. */
    private final Deque<OwnerFrame> ahead = new ArrayDeque<>();

    private long aheadBytes;
    private long lastNumber;
    private boolean closing;
    private final Set<Audience> waiting = new LinkedHashSet<>();
    private final UnicastProcessor<OwnerFrame> queue = UnicastProcessor.create();
    private long lastProgress;

    RelayLink(
            Node relay,
            Relay client,
            RelaySettings settings,
            LongSupplier nanos,
            BiConsumer<Node, RelayNotice> onNotice,
            Consumer<RelayLink> onBroken) {
        this.relay = relay;
        this.onBroken = onBroken;
        this.nanos = nanos;
        this.timeoutNanos = settings.timeout().toNanos();
        this.window = new LinkWindow(settings.windowBytes());
        // Frames leave on a thread of their own: who publishes holds locks and must not wait for a relay.
        Multi<OwnerFrame> frames = queue.emitOn(Infrastructure.getDefaultExecutor());
        client.deliver(frames).subscribe().with(notice -> take(notice, onNotice), failure -> breakUp(), this::breakUp);
    }

    Node relay() {
        return relay;
    }

    boolean usable() {
        return !broken.get();
    }

    /** Never blocks. False when the frame does not fit. */
    boolean offer(OwnerFrame frame) {
        return offer(List.of(frame)) > 0;
    }

    /** All of them or none. Returns the number of the first, or 0 when they don't fit. */
    synchronized long offer(List<OwnerFrame> frames) {
        long size = frames.stream()
                .mapToLong(frame -> LinkWindow.cost(frame.getSerializedSize()))
                .sum();
        if (frames.isEmpty() || broken.get() || !window.fits(aheadBytes + size)) {
            return 0;
        }
        if (window.bytes() == 0) {
            lastProgress = nanos.getAsLong();
        }
        long first = lastNumber + 1;
        for (OwnerFrame frame : frames) {
            ahead.addLast(frame.toBuilder().setNumber(++lastNumber).build());
        }
        aheadBytes += size;
        send();
        return first;
    }

    /** As much of what is ahead as there is room for; one frame at least when nothing is under way. */
    private void send() {
        while (!ahead.isEmpty()) {
            int cost = LinkWindow.cost(ahead.getFirst().getSerializedSize());
            if (!window.fits(cost)) {
                return;
            }
            window.add(cost);
            aheadBytes -= cost;
            queue.onNext(ahead.removeFirst());
        }
        if (closing) {
            queue.onComplete();
        }
    }

    /**
     * Has the audience called once there is more room. What was refused may need more than is free already: whoever were called at once
     * would ask again and again, until the relay has taken in what is under way. So only an empty window calls at once, which takes anything.
     */
    void whenRoom(Audience audience) {
        boolean already;
        synchronized (this) {
            waiting.add(audience);
            already = window.bytes() == 0;
        }
        if (already) {
            callWaiting();
        }
    }

    /** Bytes that are under way. */
    synchronized long underWay() {
        return window.bytes();
    }

    /** True when the relay takes in nothing of what is under way. */
    synchronized boolean stuck() {
        return usable() && window.bytes() > 0 && nanos.getAsLong() - lastProgress > timeoutNanos;
    }

    /** Cuts the stream because its relay takes nothing in; its actors look for another. */
    void giveUp() {
        breakUp();
        cut();
    }

    /**
     * Cuts the stream, so that nothing of it waits anywhere any more. Only a failure of what is sent cancels the call under it:
     * after cancelling what is received, or completing what is sent, the frames would still wait in the connection.
     */
    void cut() {
        broken.set(true);
        synchronized (this) {
            clear();
            queue.onError(new CancellationException("The relay is given up"));
        }
    }

    /** Ends the stream behind what was offered. */
    void close() {
        broken.set(true);
        synchronized (this) {
            waiting.clear();
            closing = true;
            send();
        }
    }

    private void clear() {
        waiting.clear();
        ahead.clear();
        aheadBytes = 0;
    }

    private void take(RelayNotice notice, BiConsumer<Node, RelayNotice> onNotice) {
        if (!notice.hasTaken()) {
            onNotice.accept(relay, notice);
            return;
        }
        boolean call;
        synchronized (this) {
            if (window.taken(notice.getTaken())) {
                lastProgress = nanos.getAsLong();
                send();
            }
            call = ahead.isEmpty() && window.roomy() && !waiting.isEmpty();
        }
        if (call) {
            callWaiting();
        }
    }

    /** On a thread of its own: they take locks, and whoever offers holds theirs. */
    private void callWaiting() {
        Thread.ofVirtual().start(() -> {
            List<Audience> called;
            synchronized (this) {
                called = new ArrayList<>(waiting);
                waiting.clear();
            }
            called.forEach(audience -> Guard.PROCESS.run("Joining a relay again", () -> audience.roomAt(relay.id())));
        });
    }

    private void breakUp() {
        if (broken.compareAndSet(false, true)) {
            Thread.ofVirtual().start(() -> Guard.PROCESS.run("Leaving a relay", () -> onBroken.accept(this)));
        }
    }
}
