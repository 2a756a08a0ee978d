package io.guildhall.rpc;

import io.grpc.ClientCall;
import io.grpc.ClientStreamTracer;
import io.grpc.ForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.Status;

/**
 * Knows of one call whether anything of it was written to the network, and marks its failure when nothing was: a peer that
 * is down then certainly did nothing.
 */
final class SentMark extends ClientStreamTracer.Factory {
    private volatile boolean sent;

    /** The mark, with the failure's own cause. */
    private static final class Unsent extends Exception {
        private static final long serialVersionUID = 1L;

        Unsent(Throwable cause) {
            super("nothing was sent", cause, false, false);
        }
    }

    static boolean isUnsent(Status status) {
        return status.getCause() instanceof Unsent;
    }

    @Override
    public ClientStreamTracer newClientStreamTracer(ClientStreamTracer.StreamInfo info, Metadata headers) {
        return new ClientStreamTracer() {
            @Override
            public void outboundHeaders() {
                sent = true;
            }
        };
    }

    <R> ClientCall.Listener<R> watching(ClientCall.Listener<R> responses) {
        return new ForwardingClientCallListener.SimpleForwardingClientCallListener<>(responses) {
            @Override
            public void onClose(Status status, Metadata trailers) {
                boolean marked = !sent && status.getCode() == Status.Code.UNAVAILABLE;
                super.onClose(marked ? status.withCause(new Unsent(status.getCause())) : status, trailers);
            }
        };
    }
}
