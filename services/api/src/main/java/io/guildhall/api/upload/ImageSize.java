package io.guildhall.api.upload;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * What kind of picture some bytes are and how large, from its header alone: PNG, GIF, JPEG or WebP.
 *
 * @param type the media type, such as {@code image/png}
 * @param animated true when it may move: GIFs, and WebPs that say so
 */
public record ImageSize(String type, int width, int height, boolean animated) {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] GIF = {'G', 'I', 'F', '8'};
    private static final byte[] RIFF = {'R', 'I', 'F', 'F'};
    private static final int HEADER = 30;

    /** Empty for anything else, and for a picture that ends before its size is known. */
    public static Optional<ImageSize> read(InputStream input) throws IOException {
        byte[] header = input.readNBytes(HEADER);
        try {
            if (startsWith(header, PNG) && header.length >= 24) {
                return sized("image/png", bigEndian(header, 16, 4), bigEndian(header, 20, 4), false);
            }
            if (startsWith(header, GIF) && header.length >= 10) {
                return sized("image/gif", littleEndian(header, 6, 2), littleEndian(header, 8, 2), true);
            }
            if (header.length == HEADER
                    && startsWith(header, RIFF)
                    && text(header, 8).equals("WEBP")) {
                return webp(header);
            }
            if (header.length == HEADER && bigEndian(header, 0, 2) == 0xFFD8) {
                return jpeg(header, input);
            }
            return Optional.empty();
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static Optional<ImageSize> webp(byte[] header) {
        return switch (text(header, 12)) {
            case "VP8 " ->
                sized("image/webp", littleEndian(header, 26, 2) & 0x3FFF, littleEndian(header, 28, 2) & 0x3FFF, false);
            case "VP8L" -> {
                int bits = littleEndian(header, 21, 4);
                yield sized("image/webp", (bits & 0x3FFF) + 1, ((bits >>> 14) & 0x3FFF) + 1, false);
            }
            case "VP8X" ->
                sized(
                        "image/webp",
                        littleEndian(header, 24, 3) + 1,
                        littleEndian(header, 27, 3) + 1,
                        (header[20] & 0x02) != 0);
            default -> Optional.empty();
        };
    }

    /** Goes from segment to segment until one tells the frame's size. */
    private static Optional<ImageSize> jpeg(byte[] header, InputStream rest) throws IOException {
        DataInputStream data = new DataInputStream(
                new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(header, 2, header.length - 2), rest));
        while (true) {
            int marker = data.readUnsignedByte();
            if (marker != 0xFF) {
                return Optional.empty();
            }
            while (marker == 0xFF) {
                marker = data.readUnsignedByte();
            }
            if (marker == 0xD9 || marker == 0xDA) {
                return Optional.empty();
            }
            boolean alone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
            if (alone) {
                continue;
            }
            int length = data.readUnsignedShort();
            if (isFrame(marker)) {
                data.readUnsignedByte();
                int height = data.readUnsignedShort();
                return sized("image/jpeg", data.readUnsignedShort(), height, false);
            }
            data.skipNBytes(Math.max(0, length - 2));
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Optional<ImageSize> sized(String type, int width, int height, boolean animated) {
        return width > 0 && height > 0 ? Optional.of(new ImageSize(type, width, height, animated)) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static String text(byte[] bytes, int offset) {
        return new String(bytes, offset, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static int bigEndian(byte[] bytes, int offset, int count) {
        int value = 0;
        for (int index = 0; index < count; index++) {
            value = value << 8 | bytes[offset + index] & 0xFF;
        }
        return value;
    }

    private static int littleEndian(byte[] bytes, int offset, int count) {
        int value = 0;
        for (int index = count - 1; index >= 0; index--) {
            value = value << 8 | bytes[offset + index] & 0xFF;
        }
        return value;
    }
}
