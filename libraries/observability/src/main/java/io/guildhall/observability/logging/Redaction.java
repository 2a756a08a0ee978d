package io.guildhall.observability.logging;

import java.util.logging.LogRecord;

/**
 * Takes the secrets out of a record. One in which a secret was found loses its parameters: the message is put together first,
 * and its line breaks are taken out, so that no text from outside can look like another record. An exception in whose messages
 * a secret was found is replaced by one that reads the same without it.
 */
final class Redaction {
    private Redaction() {}

    static void redact(LogRecord record) {
        Throwable thrown = record.getThrown();
        if (thrown != null && RedactedException.needed(thrown)) {
            record.setThrown(RedactedException.of(thrown));
        }
        String message = LineFilter.message(record);
        if (message == null) {
            return;
        }
        String redacted = SecretRedaction.redact(message).replace("\r", "\\r").replace("\n", "\\n");
        if (!redacted.equals(message)) {
            LineFilter.replaceMessage(record, redacted);
        }
    }
}
