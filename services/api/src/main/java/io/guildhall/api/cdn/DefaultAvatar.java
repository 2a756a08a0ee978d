package io.guildhall.api.cdn;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The pictures of those who have none: a square of one of six colours, as a PNG of one palette entry. */
final class DefaultAvatar {
    private static final int SIDE = 128;
    private static final int[] COLORS = {0x4E5D94, 0x6C757D, 0x3B8C66, 0xC9822B, 0xB5484B, 0xA6548F};
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private DefaultAvatar() {}

    /** @param number 0 to 5 */
    static byte[] png(int number) {
        int color = COLORS[number];
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        // One bit for each pixel, palette colours, no interlacing.
        png.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(SIDE)
                        .putInt(SIDE)
                        .put(new byte[] {1, 3, 0, 0, 0})
                        .array()));
        png.writeBytes(chunk("PLTE", new byte[] {(byte) (color >> 16), (byte) (color >> 8), (byte) color}));
        png.writeBytes(chunk("IDAT", deflate(new byte[SIDE * (1 + SIDE / 8)])));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(US_ASCII));
        checksum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(type.getBytes(US_ASCII))
                .put(data)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static byte[] deflate(byte[] data) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(data);
            deflater.finish();
            byte[] buffer = new byte[1024];
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            while (!deflater.finished()) {
                deflated.write(buffer, 0, deflater.deflate(buffer));
            }
            return deflated.toByteArray();
        }
    }
}
