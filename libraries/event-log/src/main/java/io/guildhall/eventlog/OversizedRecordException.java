package io.guildhall.eventlog;

/** No server of the event log takes a record of this size, however often it is brought. */
final class OversizedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OversizedRecordException(Throwable cause) {
        super(cause);
    }
}
