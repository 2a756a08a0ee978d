package io.guildhall.storage.scan;

import com.google.common.hash.HashCode;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * How many things there are and the sum of their 128-bit hashes: the same for the same things in any order. Immutable;
 * {@link Sum} adds many up.
 */
public record Tally(long count, long high, long low) {
    public static final Tally NONE = new Tally(0, 0, 0);

    /** The text form of {@link #toString}. */
    public static Tally parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a count with a checksum: " + text);
        }
        return new Tally(
                Long.parseLong(parts[0]),
                HexFormat.fromHexDigitsToLong(parts[1]),
                HexFormat.fromHexDigitsToLong(parts[2]));
    }

    @Override
    public String toString() {
        return count + ":" + HexFormat.of().toHexDigits(high) + ":"
                + HexFormat.of().toHexDigits(low);
    }

    /** Adds things up, one thread at a time. */
    public static final class Sum {
        private long count;
        private long high;
        private long low;

        /** @param hash of 128 bits */
        public void add(HashCode hash) {
            ByteBuffer bytes = ByteBuffer.wrap(hash.asBytes());
            count++;
            high += bytes.getLong();
            low += bytes.getLong();
        }

        public Tally tally() {
            return new Tally(count, high, low);
        }
    }
}
