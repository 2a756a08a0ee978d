package io.guildhall.api.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNG files, chunk by chunk. The JDK's own writer needs AWT, which native executables lack. */
public final class Png {
    /** What {@code IHDR} says of pixels. */
    public enum Kind {
        /** An entry of the palette, in one bit. */
        PALETTE_OF_TWO(1, 3),
        /** Red, green, blue and opacity, a byte each. */
        RGBA(8, 6);

        private final int depth;
        private final int type;

        Kind(int depth, int type) {
            this.depth = depth;
            this.type = type;
        }
    }

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    public Png(int width, int height, Kind kind) {
        file.writeBytes(SIGNATURE);
        chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {(byte) kind.depth, (byte) kind.type, 0, 0, 0})
                        .array());
    }

    /** @param rgb a colour as 0xRRGGBB */
    public Png palette(int rgb) {
        return chunk("PLTE", new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
    }

    /** @param rows of pixels, each behind a byte that names its filter; 0 for none */
    public byte[] with(byte[] rows) {
        return chunk("IDAT", deflate(rows)).chunk("IEND", new byte[0]).file.toByteArray();
    }

    private Png chunk(String type, byte[] data) {
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(US_ASCII));
        checksum.update(data);
        file.writeBytes(ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(type.getBytes(US_ASCII))
                .put(data)
                .putInt((int) checksum.getValue())
                .array());
        return this;
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
