package io.guildhall.gateway.wire;

import io.netty.buffer.ByteBuf;

/** {@code zstd-stream} as a concatenation of frames: a raw one of the session, then the event's shared one. Without state. */
public final class SharedZstandardStream implements OutboundStream {
    public static final SharedZstandardStream INSTANCE = new SharedZstandardStream();

    private SharedZstandardStream() {}

    @Override
    public int dispatchBound(Dispatch dispatch, long sequence) {
        int size = dispatchSize(dispatch, sequence);
        return FrameHeader.size(size) + size;
    }

    @Override
    public void dispatch(ByteBuf out, Dispatch dispatch, long sequence) {
        FrameHeader.binary(out, dispatchSize(dispatch, sequence));
        ZstandardFrames.startRaw(out, dispatch.headSize(sequence));
        PlainStream.writeHead(out, dispatch, sequence);
        out.writeBytes(dispatch.zstandard());
    }

    @Override
    public void control(ByteBuf out, byte[] json) {
        FrameHeader.binary(out, ZstandardFrames.RAW_OVERHEAD + json.length);
        ZstandardFrames.startRaw(out, json.length);
        out.writeBytes(json);
    }

    @Override
    public int controlBound(byte[] json) {
        int size = ZstandardFrames.RAW_OVERHEAD + json.length;
        return FrameHeader.size(size) + size;
    }

    @Override
    public void release() {
        // Holds nothing.
    }

    private static int dispatchSize(Dispatch dispatch, long sequence) {
        return ZstandardFrames.RAW_OVERHEAD + dispatch.headSize(sequence) + dispatch.zstandard().length;
    }
}
