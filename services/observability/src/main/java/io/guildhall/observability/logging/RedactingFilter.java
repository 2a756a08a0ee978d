package io.guildhall.observability.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Lets every record through, without its secrets. A record in which one was found loses its parameters: the message is
 * put together first. Messages of exceptions are not touched, since throwing code never puts secrets into them.
 */
@LoggingFilter(name = "redact-secrets")
public final class RedactingFilter implements Filter {
    @Override
    public boolean isLoggable(LogRecord record) {
        String message = record instanceof ExtLogRecord extended ? extended.getFormattedMessage() : record.getMessage();
        if (message == null) {
            return true;
        }
        String redacted = SecretRedaction.redact(message);
        if (!redacted.equals(message)) {
            replace(record, redacted);
        }
        return true;
    }

    private static void replace(LogRecord record, String message) {
        if (record instanceof ExtLogRecord extended) {
            extended.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            record.setMessage(message);
        }
        record.setParameters(null);
    }
}
