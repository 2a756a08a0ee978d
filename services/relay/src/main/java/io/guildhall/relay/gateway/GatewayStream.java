package io.guildhall.relay.gateway;

import io.guildhall.model.rpc.RelayFrame;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;

/** One connection's worth of frames. Frames may be added before the other side has subscribed; they wait. */
final class GatewayStream {
    private final SerialQueue<RelayFrame> queue = new SerialQueue<>(this::emit);
    private volatile MultiEmitter<? super RelayFrame> emitter;
    private volatile boolean closed;

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

    void close() {
        closed = true;
        if (emitter != null) {
            emitter.complete();
        }
    }

    private void emit(RelayFrame frame) {
        if (!closed) {
            emitter.emit(frame);
        }
    }
}
