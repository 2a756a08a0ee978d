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

    /** How many spaces that is. */
    static final int PADDING = 17;

    private static final byte[] NOTHING = {};
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

    /**
     * The payload and what closes it as blocks that may follow anything, and that anything may follow. {@link #PADDING} spaces may come
     * before the payload.
     */
    static byte[] of(byte[] payload, byte[] tail) {
        byte[] input = Arrays.copyOf(payload, payload.length + tail.length);
        System.arraycopy(tail, 0, input, payload.length, tail.length);
        byte[] frame = COMPRESSORS.get().compress(input);
        int start = headerSize(frame);
        boolean compressed = clearLast(frame, start);
        return joined(compressed ? OFFSETS_BACK : NOTHING, Arrays.copyOfRange(frame, start, frame.length));
    }

    /**
     * The payload as such blocks where spaces are not nothing.
     *
     * @param present comes before the spaces where there are spaces
     * @param absent comes before the payload where there are none
     */
    static byte[] padded(byte[] payload, byte[] present, byte[] absent) {
        byte[] blocks = of(payload, NOTHING);
        boolean spaces = Arrays.equals(
                blocks, 0, Math.min(blocks.length, OFFSETS_BACK.length), OFFSETS_BACK, 0, OFFSETS_BACK.length);
        byte[] before = spaces ? present : absent;
        byte[] raw = new byte[BLOCK_OVERHEAD + before.length];
        raw[0] = (byte) (before.length << 3);
        System.arraycopy(before, 0, raw, BLOCK_OVERHEAD, before.length);
        return joined(raw, blocks);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
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
