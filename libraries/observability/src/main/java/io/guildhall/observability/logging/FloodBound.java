package io.guildhall.observability.logging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * How often one complaint is written: whoever finds out how to cause one could otherwise fill a disk with it, or hide in it what
 * else is logged. Records are alike when logger, level and text are, before their parameters are put in. What is below WARN is
 * asked for by operators and goes free.
 */
final class FloodBound {
    /** Records alike that are written in one minute. */
    static final int MOST_IN_A_MINUTE = 30;
    /** Texts that are told apart; further ones are by logger and level alone, of which there are few. */
    static final int MOST_TEXTS = 1_000;

    static final long NOT_NOW = -1;

    private static final long MINUTE = 60_000;

    private final Map<Kind, Window> windows = new ConcurrentHashMap<>();

    private record Kind(String logger, int level, String text) {}

    /** Whether the record is to be written: how many like it were left out before, or {@link #NOT_NOW}. */
    long admit(LogRecord record) {
        int level = record.getLevel().intValue();
        if (level < Level.WARNING.intValue()) {
            return 0;
        }
        Kind kind = new Kind(record.getLoggerName(), level, record.getMessage());
        Window window = windows.get(kind);
        if (window == null) {
            Kind kept = windows.size() < MOST_TEXTS ? kind : new Kind(kind.logger, level, null);
            window = windows.computeIfAbsent(kept, unknown -> new Window());
        }
        return window.admit(record.getInstant().toEpochMilli() / MINUTE);
    }

    private static final class Window {
        private long minute;
        private int written;
        private long leftOut;

        synchronized long admit(long now) {
            if (now != minute) {
                minute = now;
                written = 0;
            }
            if (written == MOST_IN_A_MINUTE) {
                leftOut++;
                return NOT_NOW;
            }
            written++;
            long before = leftOut;
            leftOut = 0;
            return before;
        }
    }
}
