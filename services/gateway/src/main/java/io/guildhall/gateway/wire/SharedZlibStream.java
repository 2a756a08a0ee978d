package io.guildhall.gateway.wire;

import io.netty.buffer.ByteBuf;

/**
 * {@code zlib-stream} without a compressor of its own: each message is a stored block with the session's own bytes and the
 * event's shared chunk. Costs one bit of state and no compression per session; the price is that nothing refers back to
 * earlier messages, so a stream takes more bytes than in the classic mode.
 */
public final class SharedZlibStream implements OutboundStream {
    /** Deflate with a 32 KiB window, default level: 0x789c is a multiple of 31 as RFC 1950 asks. */
    private static final int ZLIB_HEADER = 0x789C;

    private static final int ZLIB_HEADER_SIZE = 2;
    private static final int FLUSH_SIZE = 5;

    private boolean started;

    @Override
    public int dispatchBound(Dispatch dispatch, long sequence) {
        int size = dispatchSize(dispatch, sequence);
        return FrameHeader.size(size) + size;
    }

    @Override
    public void dispatch(ByteBuf out, Dispatch dispatch, long sequence) {
        FrameHeader.binary(out, dispatchSize(dispatch, sequence));
        writeStreamStart(out);
        DeflateChunks.startStored(out, dispatch.headSize(sequence));
        dispatch.writeHead(out, sequence);
        out.writeBytes(dispatch.deflated());
    }

    @Override
    public void control(ByteBuf out, byte[] json) {
        FrameHeader.binary(out, controlSize(json));
        writeStreamStart(out);
        DeflateChunks.startStored(out, json.length);
        out.writeBytes(json);
        // The empty stored block with which every message of a zlib-stream ends.
        DeflateChunks.startStored(out, 0);
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

    private void writeStreamStart(ByteBuf out) {
        if (!started) {
            started = true;
            out.writeShort(ZLIB_HEADER);
        }
    }

    private int dispatchSize(Dispatch dispatch, long sequence) {
        return startSize() + DeflateChunks.STORED_OVERHEAD + dispatch.headSize(sequence) + dispatch.deflated().length;
    }

    private int controlSize(byte[] json) {
        return startSize() + DeflateChunks.STORED_OVERHEAD + json.length + FLUSH_SIZE;
    }

    private int startSize() {
        return started ? 0 : ZLIB_HEADER_SIZE;
    }
}
