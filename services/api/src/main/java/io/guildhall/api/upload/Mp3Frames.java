package io.guildhall.api.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.OptionalDouble;

/** The frames of an MP3 file (ISO 11172-3 and 13818-3, layer III), with tags before and after them. */
final class Mp3Frames {
    private static final int TAG_HEADER = 10;
    private static final int HEADER = 4;

    /** Players look for the next frame in what they do not know, so there may be little of that. */
    private static final int MOST_PADDING = 512;

    /** In kbit/s, of MPEG 1 and of the later ones. */
    private static final int[][] BIT_RATES = {
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };

    private static final int[] RATES = {44_100, 48_000, 32_000};

    private Mp3Frames() {}

    static boolean begins(byte[] bytes) {
        return tagged(bytes, 0, "ID3") || Frame.at(bytes, 0) != null;
    }

    /** How long all frames sound together; empty when there is much in it that is neither frame nor tag. */
    static OptionalDouble seconds(byte[] bytes) {
        int place = afterTag(bytes);
        double seconds = 0;
        for (Frame frame = Frame.at(bytes, place); frame != null; frame = Frame.at(bytes, place)) {
            seconds += frame.seconds();
            place += frame.length();
        }
        boolean whole = bytes.length - place <= MOST_PADDING
                || tagged(bytes, place, "TAG")
                || tagged(bytes, place, "APETAGEX")
                || tagged(bytes, place, "LYRICSBEGIN");
        return whole ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }

    private static int afterTag(byte[] bytes) {
        if (!tagged(bytes, 0, "ID3") || bytes.length < TAG_HEADER) {
            return 0;
        }
        int length = 0;
        for (int index = 6; index < TAG_HEADER; index++) {
            length = length << 7 | bytes[index] & 0x7F;
        }
        boolean footer = (bytes[5] & 0x10) != 0;
        return Math.min(bytes.length, TAG_HEADER + length + (footer ? TAG_HEADER : 0));
    }

    private static boolean tagged(byte[] bytes, int place, String tag) {
        return bytes.length - place >= tag.length() && new String(bytes, place, tag.length(), ISO_8859_1).equals(tag);
    }

    /** @param length in bytes, with its header */
    private record Frame(int length, double seconds) {
        /** Null when there is none. */
        static Frame at(byte[] bytes, int place) {
            if (place + HEADER > bytes.length || bytes[place] != (byte) 0xFF || (bytes[place + 1] & 0xE6) != 0xE2) {
                return null;
            }
            int version = bytes[place + 1] >> 3 & 3;
            int bitRate = bytes[place + 2] >> 4 & 15;
            int rate = bytes[place + 2] >> 2 & 3;
            if (version == 1 || bitRate == 0 || bitRate == 15 || rate == 3) {
                return null;
            }
            boolean first = version == 3;
            int samples = first ? 1152 : 576;
            int perSecond = RATES[rate] / (first ? 1 : version == 2 ? 2 : 4);
            int length =
                    samples / 8 * BIT_RATES[first ? 0 : 1][bitRate] * 1000 / perSecond + (bytes[place + 2] >> 1 & 1);
            return new Frame(length, samples / (double) perSecond);
        }
    }
}
