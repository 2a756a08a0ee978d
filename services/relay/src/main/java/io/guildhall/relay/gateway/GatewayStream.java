package io.guildhall.relay.gateway;

import io.guildhall.model.rpc.RelayFrame;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;

/**
 * One connection's worth of frames. Frames may be added before the other side has subscribed; they wait. There are never
 * more than the link's window holds, and the greeting.
 */
final class GatewayStream {
    private final SerialQueue<RelayFrame> queue;
    private volatile MultiEmitter<? super RelayFrame> emitter;
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
                created.fail(ended());
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

    /**
     * Cuts the call that carries the frames, so that nothing of them waits in the connection. Only a failure of what is sent
     * cancels it.
     */
    void close() {
        closed = true;
        if (emitter != null) {
            emitter.fail(ended());
        }
    }

    private static CancellationException ended() {
        return new CancellationException("The stream is given up");
    }

    private void emit(RelayFrame frame) {
        if (!closed) {
            emitter.emit(frame);
        }
    }
}
