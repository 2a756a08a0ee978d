package io.guildhall.gateway.wire;

import io.guildhall.gateway.etf.TermWriter;
import io.netty.buffer.ByteBuf;

/** Writes every message as a term of Erlang's external format, on a stream of any compression. */
final class TermStream implements OutboundStream {
    private final OutboundStream stream;
    private final boolean padded;

    /**
     * @param padded the stream is one of Zstandard
     */
    TermStream(OutboundStream stream, boolean padded) {
        this.stream = stream;
        this.padded = padded;
    }

    @Override
    public int dispatchBound(Dispatch dispatch, long sequence) {
        return stream.dispatchBound(term(dispatch), sequence);
    }

    @Override
    public void dispatch(ByteBuf out, Dispatch dispatch, long sequence) {
        stream.dispatch(out, term(dispatch), sequence);
    }

    @Override
    public void control(ByteBuf out, byte[] json) {
        stream.control(out, TermWriter.message(json));
    }

    @Override
    public int controlBound(byte[] json) {
        return stream.controlBound(TermWriter.message(json));
    }

    @Override
    public void release() {
        stream.release();
    }

    private Dispatch term(Dispatch dispatch) {
        return padded ? dispatch.paddedTerm() : dispatch.term();
    }
}
