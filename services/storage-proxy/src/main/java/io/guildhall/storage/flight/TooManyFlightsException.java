package io.guildhall.storage.flight;

/** As many reads are under way, or callers wait, as may. The message says which; the caller may try again later. */
public final class TooManyFlightsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyFlightsException(String message) {
        // Thrown most when there is most to do: without a stack trace, which nobody reads.
        super(message, null, false, false);
    }
}
