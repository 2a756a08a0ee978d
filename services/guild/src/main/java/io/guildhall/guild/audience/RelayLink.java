package io.guildhall.guild.audience;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.RelayNotice;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
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
    private volatile MultiEmitter<? super OwnerFrame> emitter;

    RelayLink(Node relay, Relay client, BiConsumer<Node, RelayNotice> onNotice, Consumer<RelayLink> onBroken) {
        this.relay = relay;
        this.onBroken = onBroken;
        // Frames leave on a thread of their own: who publishes holds locks and must not wait for a relay.
        Multi<OwnerFrame> frames = Multi.createFrom()
                .<OwnerFrame>emitter(started -> emitter = started, CAPACITY)
                .emitOn(Infrastructure.getDefaultExecutor());
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

    /** Never blocks. Frames from one thread at a time for each actor keep their order. */
    void offer(OwnerFrame frame) {
        MultiEmitter<? super OwnerFrame> started = emitter;
        if (started == null || started.isCancelled()) {
            breakUp();
            return;
        }
        started.emit(frame);
    }

    void close() {
        broken.set(true);
        MultiEmitter<? super OwnerFrame> started = emitter;
        if (started != null) {
            started.complete();
        }
        subscription.cancel();
    }

    private void breakUp() {
        if (broken.compareAndSet(false, true)) {
            Thread.ofVirtual().start(() -> onBroken.accept(this));
        }
    }
}
