package io.guildhall.observability.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class FloodBoundTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final Filter filter = new LineFilter();

    @Test
    void aComplaintThatComesTooOftenIsLeftOutAndCounted() {
        assertThat(written(Level.WARNING, "frame %s is wrong", NOW, 1_000)).hasSize(FloodBound.MOST_IN_A_MINUTE);

        List<String> later = written(Level.WARNING, "frame %s is wrong", NOW.plusSeconds(60), 2);

        assertThat(later).containsExactly("frame 0 is wrong (970 more like it were not written)", "frame 1 is wrong");
    }

    @Test
    void othersOfTheSameLoggerAreStillHeard() {
        written(Level.WARNING, "frame %s is wrong", NOW, 1_000);

        assertThat(written(Level.WARNING, "the store is gone %s", NOW, 1)).containsExactly("the store is gone 0");
        assertThat(written(Level.SEVERE, "frame %s is wrong", NOW, 1)).hasSize(1);
    }

    @Test
    void whatIsNoComplaintGoesFree() {
        assertThat(written(Level.INFO, "request %s", NOW, 1_000)).hasSize(1_000);
    }

    @Test
    void textsThatDifferEachTimeAreBoundedToo() {
        int written = 0;
        for (int count = 0; count < 3 * FloodBound.MOST_TEXTS; count++) {
            written += written(Level.WARNING, "no number: " + count, NOW, 1).size();
        }

        assertThat(written).isEqualTo(FloodBound.MOST_TEXTS + FloodBound.MOST_IN_A_MINUTE);
    }

    private List<String> written(Level level, String format, Instant when, int times) {
        List<String> lines = new ArrayList<>();
        for (int count = 0; count < times; count++) {
            ExtLogRecord record =
                    new ExtLogRecord(level, format, ExtLogRecord.FormatStyle.PRINTF, FloodBoundTest.class.getName());
            record.setLoggerName("io.guildhall.Some");
            record.setInstant(when);
            record.setParameters(new Object[] {count});
            if (filter.isLoggable(record)) {
                lines.add(record.getFormattedMessage());
            }
        }
        return lines;
    }
}
