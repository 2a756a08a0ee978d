package io.guildhall.gateway.wire;

import io.netty.buffer.ByteBuf;
import java.util.zip.Deflater;

/**
 * {@code zlib-stream} with a compressor for each connection: fewer bytes on the wire, because messages refer back to
 * earlier ones, for about 90 KiB of memory and a deflate per delivery.
 */
public final class ClassicZlibStream implements OutboundStream {
    private static final int SLACK = 64;
    private static final int STEP = 4_096;
    /** Room for the longest WebSocket header, which is written when the compressed size is known. */
    private static final int LONGEST_HEADER = 10;

    private final Deflater deflater = new Deflater();
    private boolean released;

    @Override
    public int dispatchBound(Dispatch dispatch, long sequence) {
        return bound(dispatch.size(sequence));
    }

    @Override
    public void dispatch(ByteBuf out, Dispatch dispatch, long sequence) {
        ByteBuf text = out.alloc().heapBuffer(dispatch.size(sequence));
        try {
            dispatch.write(text, sequence);
            write(out, text.array(), text.arrayOffset() + text.readerIndex(), text.readableBytes());
        } finally {
            text.release();
        }
    }

    @Override
    public void control(ByteBuf out, byte[] json) {
        write(out, json, 0, json.length);
    }

    @Override
    public int controlBound(byte[] json) {
        return bound(json.length);
    }

    @Override
    public void release() {
        released = true;
        deflater.end();
    }

    private void write(ByteBuf out, byte[] input, int offset, int length) {
        if (released) {
            return;
        }
        ByteBuf compressed = out.alloc().heapBuffer(STEP);
        try {
            deflater.setInput(input, offset, length);
            int written;
            do {
                compressed.ensureWritable(STEP);
                written = deflater.deflate(
                        compressed.array(),
                        compressed.arrayOffset() + compressed.writerIndex(),
                        STEP,
                        Deflater.SYNC_FLUSH);
                compressed.writerIndex(compressed.writerIndex() + written);
            } while (written == STEP);
            FrameHeader.binary(out, compressed.readableBytes());
            out.writeBytes(compressed);
        } finally {
            compressed.release();
        }
    }

    private static int bound(int size) {
        // Deflate adds at most five bytes per 16 KiB when it can't compress.
        return LONGEST_HEADER + size + size / 1_000 + SLACK;
    }
}
