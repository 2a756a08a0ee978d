package io.guildhall.gateway.wire;

import com.github.luben.zstd.Zstd;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Zstandard frames (RFC 8878). A stream is a concatenation of frames, so events are compressed once into frames of their
 * own; what belongs to one session goes before them in a frame with one raw block.
 */
final class ZstandardFrames {
    /** Magic number, descriptor, content size in one byte, block header in three. */
    static final int RAW_OVERHEAD = 9;

    static final int RAW_LIMIT = 255;
    private static final int MAGIC = 0xFD2FB528;
    /** Single segment, content size in one byte, no checksum, no dictionary. */
    private static final int DESCRIPTOR = 0x20;

    private static final int LEVEL = 3;

    private ZstandardFrames() {}

    /** The payload and a closing brace as one frame. */
    static byte[] frame(byte[] payload) {
        byte[] input = Arrays.copyOf(payload, payload.length + 1);
        input[payload.length] = '}';
        return Zstd.compress(input, LEVEL);
    }

    /** Starts a frame of up to 255 bytes that are not compressed; the caller writes the bytes. */
    static void startRaw(ByteBuf out, int length) {
        out.writeIntLE(MAGIC);
        out.writeByte(DESCRIPTOR);
        out.writeByte(length);
        // The last block (bit 0), raw (bits 1 and 2 clear).
        out.writeMediumLE(length << 3 | 1);
    }
}
