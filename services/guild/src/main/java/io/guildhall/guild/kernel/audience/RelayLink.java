package io.guildhall.guild.kernel.audience;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.RelayNotice;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The one stream from this node to one relay, shared by all actors. At most {@link #CAPACITY} frames wait in it; a relay
 * that falls further behind counts as broken, and its partitions are placed anew.
 */
final class RelayLink {
    static final int CAPACITY = 65_536;

    private final Node relay;
    private final Consumer<RelayLink> onBroken;
    private final AtomicBoolean broken = new AtomicBoolean();
    private final Cancellable subscription;
    private final UnicastProcessor<OwnerFrame> queue =
            UnicastProcessor.create(new ArrayBlockingQueue<>(CAPACITY), null);

    RelayLink(Node relay, Relay client, BiConsumer<Node, RelayNotice> onNotice, Consumer<RelayLink> onBroken) {
        this.relay = relay;
        this.onBroken = onBroken;
        // Frames leave on a thread of their own: who publishes holds locks and must not wait for a relay.
        Multi<OwnerFrame> frames = queue.emitOn(Infrastructure.getDefaultExecutor());
        this.subscription = client.deliver(frames)
                .subscribe()
                .with(notice -> onNotice.accept(relay, notice), failure -> breakUp(), this::breakUp);
    }

    Node relay() {
        return relay;
    }

    boolean usable() {
        return !broken.get();
    }

    /** Never blocks. What does not fit ends the stream. */
    synchronized void offer(OwnerFrame frame) {
        queue.onNext(frame);
    }

    synchronized void close() {
        broken.set(true);
        queue.onComplete();
        subscription.cancel();
    }

    private void breakUp() {
        if (broken.compareAndSet(false, true)) {
            Thread.ofVirtual().start(() -> onBroken.accept(this));
        }
    }
}
