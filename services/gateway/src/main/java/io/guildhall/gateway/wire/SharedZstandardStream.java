package io.guildhall.gateway.wire;

import io.netty.buffer.ByteBuf;

/**
 * {@code zstd-stream} as one frame that never ends: what belongs to the session in raw blocks, then the event's shared blocks.
 * Many clients' decoders take one frame only.
 */
public final class SharedZstandardStream implements OutboundStream {
    private boolean started;

    @Override
    public int dispatchBound(Dispatch dispatch, long sequence) {
        int size = dispatchSize(dispatch, sequence);
        return FrameHeader.size(size) + size;
    }

    @Override
    public void dispatch(ByteBuf out, Dispatch dispatch, long sequence) {
        FrameHeader.binary(out, dispatchSize(dispatch, sequence));
        writeFrameStart(out);
        ZstandardBlocks.startRaw(out, dispatch.headSize(sequence));
        dispatch.writeHead(out, sequence);
        out.writeBytes(dispatch.zstandard());
    }

    @Override
    public void control(ByteBuf out, byte[] json) {
        FrameHeader.binary(out, controlSize(json));
        writeFrameStart(out);
        ZstandardBlocks.startRaw(out, json.length);
        out.writeBytes(json);
    }

    @Override
    public int controlBound(byte[] json) {
        int size = controlSize(json);
        return FrameHeader.size(size) + size;
    }

    @Override
    public void release() {
        // Holds nothing.
    }

    private void writeFrameStart(ByteBuf out) {
        if (!started) {
            started = true;
            out.writeBytes(ZstandardBlocks.FRAME_START);
        }
    }

    private int dispatchSize(Dispatch dispatch, long sequence) {
        return startSize() + ZstandardBlocks.BLOCK_OVERHEAD + dispatch.headSize(sequence) + dispatch.zstandard().length;
    }

    private int controlSize(byte[] json) {
        return startSize() + ZstandardBlocks.BLOCK_OVERHEAD + json.length;
    }

    private int startSize() {
        return started ? 0 : ZstandardBlocks.FRAME_START.length;
    }
}
