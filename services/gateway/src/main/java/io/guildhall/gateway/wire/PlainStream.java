package io.guildhall.gateway.wire;

import io.netty.buffer.ByteBuf;

/** Text frames. Without state, so that all connections share one. */
public final class PlainStream implements OutboundStream {
    public static final PlainStream INSTANCE = new PlainStream();

    private PlainStream() {}

    @Override
    public int dispatchBound(Dispatch dispatch, long sequence) {
        int size = dispatch.textSize(sequence);
        return FrameHeader.size(size) + size;
    }

    @Override
    public void dispatch(ByteBuf out, Dispatch dispatch, long sequence) {
        FrameHeader.text(out, dispatch.textSize(sequence));
        writeHead(out, dispatch, sequence);
        out.writeBytes(dispatch.payload());
        out.writeByte('}');
    }

    @Override
    public void control(ByteBuf out, byte[] json) {
        FrameHeader.text(out, json.length);
        out.writeBytes(json);
    }

    @Override
    public int controlBound(byte[] json) {
        return FrameHeader.size(json.length) + json.length;
    }

    @Override
    public void release() {
        // Holds nothing.
    }

    /** The part of a dispatch's JSON before its payload. */
    static void writeHead(ByteBuf out, Dispatch dispatch, long sequence) {
        out.writeBytes(dispatch.beforeSequence());
        Decimal.write(out, sequence);
        out.writeBytes(Dispatch.afterSequence());
    }
}
