package io.guildhall.api.upload;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalDouble;

/** The pages of an Ogg file (RFC 3533) with one stream of Vorbis or Opus in it. */
final class OggPages {
    private static final int CAPTURE = 0x4F676753;
    private static final int HEADER = 27;
    private static final int GRANULE = 6;
    private static final int SERIAL = 14;
    private static final int SEGMENTS = 26;
    private static final int RATE_OF_OPUS = 48_000;

    private OggPages() {}

    static boolean begins(byte[] bytes) {
        return bytes.length >= HEADER && ByteBuffer.wrap(bytes).getInt(0) == CAPTURE;
    }

    /** How long it sounds, by where its last page ends; empty when it is no whole file of one stream. */
    static OptionalDouble seconds(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int serial = file.getInt(SERIAL);
        Stream stream = null;
        long last = 0;
        int page = 0;
        while (page < bytes.length) {
            int body = body(file, page);
            if (body < 0 || file.getInt(page + SERIAL) != serial) {
                return OptionalDouble.empty();
            }
            int end = body;
            for (int segment = page + HEADER; segment < body; segment++) {
                end += Byte.toUnsignedInt(file.get(segment));
            }
            if (end > bytes.length) {
                return OptionalDouble.empty();
            }
            stream = stream == null ? Stream.read(file, body, end) : stream;
            // A page on which no packet ends says -1.
            last = Math.max(last, file.getLong(page + GRANULE));
            page = end;
        }
        return stream == null || stream.rate() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((last - stream.skipped()) / (double) stream.rate());
    }

    /** Where the body of the page begins, or -1 when there is no page. */
    private static int body(ByteBuffer file, int page) {
        if (page + HEADER > file.capacity() || Integer.reverseBytes(file.getInt(page)) != CAPTURE) {
            return -1;
        }
        int body = page + HEADER + Byte.toUnsignedInt(file.get(page + SEGMENTS));
        return body <= file.capacity() ? body : -1;
    }

    /**
     * What the first packet says.
     *
     * @param rate samples a second; 0 when it is neither Vorbis nor Opus
     * @param skipped samples at the beginning that are not heard
     */
    private record Stream(long rate, int skipped) {
        private static final long VORBIS = 0x736962726F7601L;
        private static final long OPUS = 0x646165487375704FL;
        private static final long SEVEN_BYTES = (1L << 56) - 1;
        private static final int SHORTEST = 19;

        static Stream read(ByteBuffer file, int begin, int end) {
            if (end - begin < SHORTEST) {
                return new Stream(0, 0);
            }
            long name = file.getLong(begin);
            if (name == OPUS) {
                return new Stream(RATE_OF_OPUS, Short.toUnsignedInt(file.getShort(begin + 10)));
            }
            return (name & SEVEN_BYTES) == VORBIS
                    ? new Stream(Integer.toUnsignedLong(file.getInt(begin + 12)), 0)
                    : new Stream(0, 0);
        }
    }
}
