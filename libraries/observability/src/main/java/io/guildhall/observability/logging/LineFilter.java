package io.guildhall.observability.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * What every record passes before it is written: a complaint that comes too often is left out, see {@link FloodBound}, and the
 * next of its kind that is written says how many were; the others lose their secrets, see {@link Redaction}.
 */
@LoggingFilter(name = "lines")
public final class LineFilter implements Filter {
    private final FloodBound bound = new FloodBound();

    @Override
    public boolean isLoggable(LogRecord record) {
        long leftOut = bound.admit(record);
        if (leftOut == FloodBound.NOT_NOW) {
            return false;
        }
        Redaction.redact(record);
        if (leftOut > 0) {
            replaceMessage(record, "%s (%d more like it were not written)".formatted(message(record), leftOut));
        }
        return true;
    }

    /** The text with its parameters; null where there is none. */
    static String message(LogRecord record) {
        return record instanceof ExtLogRecord extended ? extended.getFormattedMessage() : record.getMessage();
    }

    static void replaceMessage(LogRecord record, String message) {
        if (record instanceof ExtLogRecord extended) {
            extended.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            record.setMessage(message);
        }
        record.setParameters(null);
    }
}
