package io.guildhall.api.upload;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Goes through a picture from its first byte to its last, as a viewer would, so that what is given to everybody's client is a picture
 * and nothing else: pieces of the lengths that they say, in order, and an end where the file ends.
 */
public final class WholePicture {
    private WholePicture() {}

    /** @param type as {@link ImageSize} tells it */
    public static boolean is(String type, byte[] bytes) {
        try {
            return switch (type) {
                case "image/png" -> PngChunks.read(bytes).isPresent();
                case "image/gif" -> GifBlocks.read(bytes).isPresent();
                case "image/webp" -> webp(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
                default -> jpeg(ByteBuffer.wrap(bytes));
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException endsTooEarly) {
            return false;
        }
    }

    private static boolean webp(ByteBuffer file) {
        if ((file.getInt(4) & 0xFFFFFFFFL) + 8 != file.limit()) {
            return false;
        }
        file.position(12);
        boolean pictures = false;
        while (file.hasRemaining()) {
            String name = name(file);
            long length = file.getInt() & 0xFFFFFFFFL;
            pictures |= name.equals("VP8 ") || name.equals("VP8L") || name.equals("ANMF");
            skip(file, length + (length & 1));
        }
        return pictures;
    }

    /** Segments up to the first that holds picture data; from there to the end of the picture. */
    private static boolean jpeg(ByteBuffer file) {
        file.position(2);
        while (true) {
            if ((file.get() & 0xFF) != 0xFF) {
                return false;
            }
            int marker = file.get() & 0xFF;
            while (marker == 0xFF) {
                marker = file.get() & 0xFF;
            }
            if (marker == 0xD9) {
                return false;
            }
            int length = file.getShort() & 0xFFFF;
            skip(file, length - 2L);
            if (marker == 0xDA) {
                return file.remaining() >= 2 && (file.getShort(file.limit() - 2) & 0xFFFF) == 0xFFD9;
            }
        }
    }

    private static String name(ByteBuffer file) {
        byte[] name = new byte[4];
        file.get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static void skip(ByteBuffer file, long length) {
        if (length < 0 || length > file.remaining()) {
            throw new BufferUnderflowException();
        }
        file.position(file.position() + (int) length);
    }
}
