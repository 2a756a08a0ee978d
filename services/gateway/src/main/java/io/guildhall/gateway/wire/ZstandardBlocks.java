package io.guildhall.gateway.wire;

import com.github.luben.zstd.ZstdCompressCtx;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Self-contained blocks of one Zstandard frame (RFC 8878) that lasts as long as its connection; no block says that it is the last.
 * Blocks of an event are compressed once for all sessions, as a frame of their own whose header is dropped. Such blocks lean on
 * nothing that came before them but the three repeat offsets, as they are when a frame starts; a constant block before them puts
 * those back.
 */
final class ZstandardBlocks {
    /** Bytes of a block's header. */
    static final int BLOCK_OVERHEAD = 3;

    /** Magic number, no content size, no checksum, a window of 1 MiB. */
    static final byte[] FRAME_START = HexFormat.of().parseHex("28b52ffd0050");

    private static final int WINDOW_LOG = 20;
    private static final int LEVEL = 3;

    /**
     * A compressed block of 17 spaces, which are nothing between a JSON key and its value: eight literal ones, then three matches with
     * offsets 8, 4 and 1, so that the repeat offsets are 1, 4 and 8 afterwards.
     */
    private static final byte[] OFFSETS_BACK = HexFormat.of().parseHex("5c000041200300380076001850b8");

    private static final int COMPRESSED = 2;
    private static final int RUN = 1;

    private static final FastThreadLocal<ZstdCompressCtx> COMPRESSORS = new FastThreadLocal<>() {
        @Override
        protected ZstdCompressCtx initialValue() {
            return new ZstdCompressCtx()
                    .setLevel(LEVEL)
                    .setWindowLog(WINDOW_LOG)
                    .setChecksum(false)
                    .setContentSize(false);
        }

        @Override
        protected void onRemoval(ZstdCompressCtx compressor) {
            compressor.close();
        }
    };

    private ZstandardBlocks() {}

    /** The payload and a closing brace as blocks that may follow anything, and that anything may follow. */
    static byte[] of(byte[] payload) {
        byte[] input = Arrays.copyOf(payload, payload.length + 1);
        input[payload.length] = '}';
        byte[] frame = COMPRESSORS.get().compress(input);
        int start = headerSize(frame);
        boolean compressed = clearLast(frame, start);
        int prefix = compressed ? OFFSETS_BACK.length : 0;
        byte[] blocks = new byte[prefix + frame.length - start];
        System.arraycopy(OFFSETS_BACK, 0, blocks, 0, prefix);
        System.arraycopy(frame, start, blocks, prefix, frame.length - start);
        return blocks;
    }

    /** Starts a block of up to 128 KiB that are not compressed; the caller writes the bytes. */
    static void startRaw(ByteBuf out, int length) {
        out.writeMediumLE(length << 3);
    }

    private static int headerSize(byte[] frame) {
        int descriptor = frame[4];
        boolean single = (descriptor & 0x20) != 0;
        int contentSize =
                switch (descriptor >> 6 & 3) {
                    case 0 -> single ? 1 : 0;
                    case 1 -> 2;
                    case 2 -> 4;
                    default -> 8;
                };
        return 5 + (single ? 0 : 1) + contentSize;
    }

    /** Takes the mark off the last block. True when there is a compressed block. */
    private static boolean clearLast(byte[] frame, int start) {
        boolean compressed = false;
        int position = start;
        while (true) {
            int header =
                    frame[position] & 0xFF | (frame[position + 1] & 0xFF) << 8 | (frame[position + 2] & 0xFF) << 16;
            int type = header >> 1 & 3;
            compressed |= type == COMPRESSED;
            if ((header & 1) != 0) {
                frame[position] &= (byte) 0xFE;
                return compressed;
            }
            position += BLOCK_OVERHEAD + (type == RUN ? 1 : header >> 3);
        }
    }
}
