package io.guildhall.model.id;

/**
 * Snowflake ids: 42 bits of ms since {@link #EPOCH}, 5 bits worker, 5 bits process, 12 bits sequence. Strings in JSON,
 * unsigned 64-bit numbers inside.
 */
public final class Snowflake {
    /** 2015-01-01T00:00:00Z in ms since 1970. */
    public static final long EPOCH = 1_420_070_400_000L;

    static final int TIMESTAMP_SHIFT = 22;

    private Snowflake() {}

    /** When the id was made, in ms since 1970. */
    public static long timestamp(long id) {
        return (id >>> TIMESTAMP_SHIFT) + EPOCH;
    }

    /**
     * The lowest id of a millisecond, for queries by time. Times before the epoch give 0, and times after the last that an
     * id can hold as a positive number (in 2084) give the highest id.
     */
    public static long lowestAt(long millisSince1970) {
        long since = Math.max(millisSince1970, EPOCH) - EPOCH;
        return since > Long.MAX_VALUE >>> TIMESTAMP_SHIFT ? Long.MAX_VALUE : since << TIMESTAMP_SHIFT;
    }

    public static String format(long id) {
        return Long.toUnsignedString(id);
    }

    /**
     * Parses 1 to 20 decimal digits, of a number up to 2^63 - 1; anything else is a NumberFormatException. Every id that comes
     * from outside is read here.
     */
    public static long parse(String text) {
        if (text.isEmpty() || text.length() > 20) {
            throw new NumberFormatException("not a snowflake");
        }
        for (int place = 0; place < text.length(); place++) {
            if (text.charAt(place) < '0' || text.charAt(place) > '9') {
                throw new NumberFormatException("not a snowflake");
            }
        }
        return Long.parseLong(text);
    }
}
