package io.guildhall.api.upload;

import java.nio.ByteBuffer;

/**
 * The frames of an animated PNG, as its pieces tell of them: as many as it says, each within the picture, numbered without a gap. Else what
 * is counted here would not be what a viewer shows.
 */
final class ApngFrames {
    private final long width;
    private final long height;
    private int said;
    private int seen;
    private int sequence;
    private double seconds;

    /** @param width of the whole picture in pixels, as is its height */
    ApngFrames(long width, long height) {
        this.width = width;
        this.height = height;
    }

    /** The piece that makes a PNG an animated one (acTL): once, and before its pixels. */
    boolean announce(ByteBuffer piece, boolean pixelsBegan) {
        boolean first = said == 0 && !pixelsBegan;
        said = piece.getInt();
        return first && said > 0;
    }

    /** Where the next frame stands, and for how long (fcTL). */
    boolean control(ByteBuffer piece) {
        boolean next = piece.getInt() == sequence++;
        long frameWidth = Integer.toUnsignedLong(piece.getInt());
        long frameHeight = Integer.toUnsignedLong(piece.getInt());
        long left = Integer.toUnsignedLong(piece.getInt());
        long top = Integer.toUnsignedLong(piece.getInt());
        seconds += delay(piece);
        seen++;
        boolean within = frameWidth > 0 && frameHeight > 0 && left + frameWidth <= width && top + frameHeight <= height;
        return said > 0 && next && within;
    }

    /** Pixels of a frame after the first (fdAT). */
    boolean pixels(ByteBuffer piece) {
        return said > 0 && seen > 0 && piece.getInt() == sequence++;
    }

    boolean whole() {
        return seen == said;
    }

    /** One for a picture that does not move. */
    int count() {
        return Math.max(1, said);
    }

    double seconds() {
        return seconds;
    }

    /** A denominator of 0 stands for 100. */
    private static double delay(ByteBuffer piece) {
        int numerator = piece.getShort() & 0xFFFF;
        int denominator = piece.getShort() & 0xFFFF;
        return (double) numerator / (denominator == 0 ? 100 : denominator);
    }
}
