package io.guildhall.observability.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Lets every record through, without its secrets. A record in which one was found loses its parameters: the message is
 * put together first, and its line breaks are taken out, so that no text from outside can look like another record. An
 * exception in whose messages a secret was found is replaced by one that reads the same without it.
 */
@LoggingFilter(name = "redact-secrets")
public final class RedactingFilter implements Filter {
    @Override
    public boolean isLoggable(LogRecord record) {
        redactThrown(record);
        String message = record instanceof ExtLogRecord extended ? extended.getFormattedMessage() : record.getMessage();
        if (message == null) {
            return true;
        }
        String redacted = SecretRedaction.redact(message).replace("\r", "\\r").replace("\n", "\\n");
        if (!redacted.equals(message)) {
            replace(record, redacted);
        }
        return true;
    }

    private static void redactThrown(LogRecord record) {
        Throwable thrown = record.getThrown();
        if (thrown != null && RedactedException.needed(thrown)) {
            record.setThrown(RedactedException.of(thrown));
        }
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
