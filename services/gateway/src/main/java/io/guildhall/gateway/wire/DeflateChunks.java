package io.guildhall.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Self-contained pieces of a deflate stream (RFC 1951). A piece starts at a byte boundary with an empty window, so it may
 * follow anything, and ends with the empty stored block 00 00 ff ff, so that anything may follow it. Streams of many
 * sessions are concatenations of the same pieces, each deflated once.
 */
final class DeflateChunks {
    /** Bytes of a stored block before its content: one for the block type, two for the length and its complement each. */
    static final int STORED_OVERHEAD = 5;

    /** More than the marker of a flush needs, so that it is never written twice. */
    private static final int SLACK = 64;

    private static final FastThreadLocal<Deflater> DEFLATERS = new FastThreadLocal<>() {
        @Override
        protected Deflater initialValue() {
            return new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        }

        @Override
        protected void onRemoval(Deflater deflater) {
            deflater.end();
        }
    };

    private DeflateChunks() {}

    /** Raw deflate of the payload and what closes it. */
    static byte[] chunk(byte[] payload, byte[] tail) {
        byte[] input = Arrays.copyOf(payload, payload.length + tail.length);
        System.arraycopy(tail, 0, input, payload.length, tail.length);
        Deflater deflater = DEFLATERS.get();
        deflater.reset();
        deflater.setInput(input);
        byte[] out = new byte[input.length / 2 + SLACK];
        int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
        // A full output means that more may be waiting inside the deflater.
        while (length == out.length) {
            out = Arrays.copyOf(out, out.length * 2 + SLACK);
            length += deflater.deflate(out, length, out.length - length, Deflater.SYNC_FLUSH);
        }
        return Arrays.copyOf(out, length);
    }

    /** Starts a stored block of up to 65,535 bytes; the caller writes the bytes. The stream must be at a byte boundary. */
    static void startStored(ByteBuf out, int length) {
        out.writeByte(0);
        out.writeShortLE(length);
        out.writeShortLE(~length);
    }
}
