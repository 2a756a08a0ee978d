package io.guildhall.relay.gateway;

import io.guildhall.model.rpc.RelayFrame;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.function.BiConsumer;

/**
 * One connection's worth of frames. Frames may be added before the other side has subscribed; they wait. There are never
 * more than the link's window holds, and the greeting.
 */
final class GatewayStream {
    private final SerialQueue<RelayFrame> queue;
    private volatile MultiEmitter<? super RelayFrame> emitter;
    private volatile Cancellable call;
    private volatile boolean closed;

    /** @param cut told when a frame could not be sent: nothing more may be, or it would be missing in between */
    GatewayStream(BiConsumer<GatewayStream, String> cut) {
        this.queue = new SerialQueue<>(this::emit, failure -> cut.accept(this, failure.toString()));
    }

    /** The stream for the call; subscribed to once. */
    Multi<RelayFrame> frames() {
        return Multi.createFrom().emitter(created -> {
            emitter = created;
            if (closed) {
                created.complete();
            } else {
                flush();
            }
        });
    }

    void add(RelayFrame frame) {
        queue.add(frame);
    }

    void flush() {
        if (emitter != null) {
            queue.drain();
        }
    }

    /** The call that carries the frames; cut when the stream closes, so that nothing of it waits in the connection. */
    void calledBy(Cancellable carrier) {
        call = carrier;
        if (closed) {
            carrier.cancel();
        }
    }

    void close() {
        closed = true;
        if (emitter != null) {
            emitter.complete();
        }
        if (call != null) {
            call.cancel();
        }
    }

    private void emit(RelayFrame frame) {
        if (!closed) {
            emitter.emit(frame);
        }
    }
}
