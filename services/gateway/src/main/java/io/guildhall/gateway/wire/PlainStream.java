package io.guildhall.gateway.wire;

import io.netty.buffer.ByteBuf;

/** A frame for each message, without compression. Without state, so that all connections share one. */
public final class PlainStream implements OutboundStream {
    /** Text frames. */
    public static final PlainStream INSTANCE = new PlainStream(false);
    /** Binary frames. */
    static final PlainStream BINARY = new PlainStream(true);

    private final boolean binary;

    private PlainStream(boolean binary) {
        this.binary = binary;
    }

    @Override
    public int dispatchBound(Dispatch dispatch, long sequence) {
        int size = dispatch.size(sequence);
        return FrameHeader.size(size) + size;
    }

    @Override
    public void dispatch(ByteBuf out, Dispatch dispatch, long sequence) {
        startFrame(out, dispatch.size(sequence));
        dispatch.write(out, sequence);
    }

    @Override
    public void control(ByteBuf out, byte[] json) {
        startFrame(out, json.length);
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

    private void startFrame(ByteBuf out, int size) {
        if (binary) {
            FrameHeader.binary(out, size);
        } else {
            FrameHeader.text(out, size);
        }
    }
}
