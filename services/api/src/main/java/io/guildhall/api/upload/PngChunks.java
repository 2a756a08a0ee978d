package io.guildhall.api.upload;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What the pieces of a PNG tell when each of them is sound and its pixels are as many as it says.
 *
 * @param frames how many pictures there are in it: more than one in an APNG
 * @param seconds how long they are shown, all together
 */
public record PngChunks(int frames, double seconds) {
    private static final int SIGNATURE = 8;
    private static final int OVERHEAD = 12;

    public boolean animated() {
        return frames > 1;
    }

    /** Empty when it is no whole PNG. Takes time in proportion to the file and its pixels, never memory. */
    public static Optional<PngChunks> read(byte[] bytes) {
        Inflater inflater = new Inflater();
        try {
            return new Reading(ByteBuffer.wrap(bytes), inflater).read();
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | DataFormatException broken) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static final class Reading {
        private final ByteBuffer file;
        private final Inflater inflater;
        private final byte[] pixels = new byte[8 * 1024];
        private long expected;
        private long inflated;
        private ApngFrames frames;

        Reading(ByteBuffer file, Inflater inflater) {
            this.file = file;
            this.inflater = inflater;
        }

        Optional<PngChunks> read() throws DataFormatException {
            file.position(SIGNATURE);
            String name = "";
            for (boolean first = true; !name.equals("IEND"); first = false) {
                int length = file.getInt(file.position());
                if (length < 0 || length > file.remaining() - OVERHEAD) {
                    return Optional.empty();
                }
                ByteBuffer chunk = file.slice(file.position() + 4, length + 4);
                file.position(file.position() + 8 + length);
                name = name(chunk);
                if (first != name.equals("IHDR") || crc(chunk) != file.getInt() || !take(name, chunk.position(4))) {
                    return Optional.empty();
                }
            }
            boolean whole = inflater.finished() && inflated == expected && !file.hasRemaining() && frames.whole();
            return whole ? Optional.of(new PngChunks(frames.count(), frames.seconds())) : Optional.empty();
        }

        private boolean take(String name, ByteBuffer chunk) throws DataFormatException {
            switch (name) {
                case "IHDR" -> {
                    expected = pixelBytes(chunk.duplicate());
                    frames = new ApngFrames(chunk.getInt(), chunk.getInt());
                }
                case "acTL" -> {
                    return frames.announce(chunk, inflated > 0);
                }
                case "fcTL" -> {
                    return frames.control(chunk);
                }
                case "fdAT" -> {
                    return frames.pixels(chunk);
                }
                case "IDAT" -> {
                    return inflate(chunk);
                }
                default -> {
                    // Nothing that changes what is to be seen.
                }
            }
            return expected > 0;
        }

        private boolean inflate(ByteBuffer chunk) throws DataFormatException {
            inflater.setInput(chunk);
            int count = inflater.inflate(pixels);
            while (count > 0) {
                inflated += count;
                if (inflated > expected) {
                    return false;
                }
                count = inflater.inflate(pixels);
            }
            return !inflater.needsDictionary();
        }

        /** Bytes of all pixels with a byte before each line; 0 for what no PNG says. */
        private static long pixelBytes(ByteBuffer header) {
            long width = header.getInt();
            long height = header.getInt();
            int depth = header.get();
            int samples = samples(header.get());
            header.getShort();
            boolean interlaced = header.get() == 1;
            boolean sound = width > 0 && height > 0 && samples > 0 && (depth & (depth - 1)) == 0 && depth >= 1;
            if (!sound || depth > 16) {
                return 0;
            }
            int bits = samples * depth;
            if (!interlaced) {
                return lines(width, height, bits);
            }
            return lines(part(width, 0, 8), part(height, 0, 8), bits)
                    + lines(part(width, 4, 8), part(height, 0, 8), bits)
                    + lines(part(width, 0, 4), part(height, 4, 8), bits)
                    + lines(part(width, 2, 4), part(height, 0, 4), bits)
                    + lines(part(width, 0, 2), part(height, 2, 4), bits)
                    + lines(part(width, 1, 2), part(height, 0, 2), bits)
                    + lines(width, part(height, 1, 2), bits);
        }

        private static int samples(int colorType) {
            return switch (colorType) {
                case 0, 3 -> 1;
                case 2 -> 3;
                case 4 -> 2;
                case 6 -> 4;
                default -> 0;
            };
        }

        /** How many of so many there are from this one on, with so many steps between. */
        private static long part(long all, long first, long step) {
            return Math.max(0, (all - first + step - 1) / step);
        }

        private static long lines(long width, long height, int bits) {
            return width == 0 ? 0 : height * (1 + (width * bits + 7) / 8);
        }

        private static String name(ByteBuffer chunk) {
            return StandardCharsets.ISO_8859_1.decode(chunk.slice(0, 4)).toString();
        }

        private static int crc(ByteBuffer chunk) {
            CRC32 crc = new CRC32();
            crc.update(chunk.slice());
            return (int) crc.getValue();
        }
    }
}
