package io.guildhall.clientport;

import io.netty.buffer.ByteBuf;

/**
 * Follows the chunks of one body by the bytes that the decoder has read. The decoder's own number for a chunk's size wraps: of a hundred
 * million and two, in hexadecimal, it reads two, where a proxy in front reads the whole, and so finds the next request within this one.
 */
final class ChunkSizes {
    private static final int MOST_DIGITS = 8;

    private enum Part {
        SIZE,
        REST_OF_LINE,
        CONTENT,
        DELIMITER,
        OVER
    }

    private Part part = Part.SIZE;
    private long size;
    private int digits;

    /** False once a size is larger than the decoder can count. */
    boolean follow(ByteBuf bytes, int from, int to) {
        int index = from;
        while (index < to && part != Part.OVER) {
            if (part == Part.CONTENT) {
                int taken = (int) Math.min(size, to - index);
                index += taken;
                size -= taken;
                if (size == 0) {
                    part = Part.DELIMITER;
                }
            } else if (!line(bytes.getByte(index++))) {
                return false;
            }
        }
        return true;
    }

    private boolean line(byte next) {
        if (next == '\n') {
            endLine();
            return true;
        }
        int digit = Character.digit(next, 16);
        if (part != Part.SIZE || digit < 0 && digits == 0) {
            return true;
        }
        if (digit < 0) {
            part = Part.REST_OF_LINE;
            return true;
        }
        size = size * 16 + digit;
        digits++;
        return digits <= MOST_DIGITS && size <= Integer.MAX_VALUE;
    }

    private void endLine() {
        if (part == Part.DELIMITER) {
            part = Part.SIZE;
        } else {
            part = size == 0 ? Part.OVER : Part.CONTENT;
        }
        digits = 0;
    }
}
