package io.guildhall.api.upload;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What the blocks of a whole GIF tell.
 *
 * @param frames how many pictures there are in it
 * @param hundredths how long they are shown, all together, in hundredths of a second
 */
public record GifBlocks(int frames, long hundredths) {
    private static final int TRAILER = 0x3B;
    private static final int EXTENSION = 0x21;
    private static final int CONTROL = 0xF9;
    private static final int IMAGE = 0x2C;
    private static final int COLOR_TABLE = 0x80;

    /** Empty when the file is no GIF from its first byte to its last. */
    public static Optional<GifBlocks> read(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return read(file).filter(blocks -> blocks.frames > 0 && !file.hasRemaining());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException endsTooEarly) {
            return Optional.empty();
        }
    }

    private static Optional<GifBlocks> read(ByteBuffer file) {
        int width = file.getShort(6) & 0xFFFF;
        int height = file.getShort(8) & 0xFFFF;
        file.position(13);
        skipColors(file, file.get(10));
        int frames = 0;
        long hundredths = 0;
        int block = file.get();
        while (block != TRAILER) {
            if (block == EXTENSION) {
                boolean control = (file.get() & 0xFF) == CONTROL;
                hundredths += control ? file.getShort(file.position() + 2) & 0xFFFF : 0;
            } else if (block == IMAGE) {
                int left = file.getShort() & 0xFFFF;
                int top = file.getShort() & 0xFFFF;
                if (left + (file.getShort() & 0xFFFF) > width || top + (file.getShort() & 0xFFFF) > height) {
                    return Optional.empty();
                }
                skipColors(file, file.get());
                file.get();
                frames++;
            } else {
                return Optional.empty();
            }
            skipParts(file);
            block = file.get();
        }
        return Optional.of(new GifBlocks(frames, hundredths));
    }

    private static void skipColors(ByteBuffer file, byte flags) {
        if ((flags & COLOR_TABLE) != 0) {
            skip(file, 3 * (2 << (flags & 7)));
        }
    }

    private static void skipParts(ByteBuffer file) {
        for (int length = file.get() & 0xFF; length > 0; length = file.get() & 0xFF) {
            skip(file, length);
        }
    }

    private static void skip(ByteBuffer file, int length) {
        file.position(file.position() + length);
    }
}
