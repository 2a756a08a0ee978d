package io.guildhall.storage.flight;

/** As many reads are under way as may be. The caller may try again later. */
public final class TooManyFlightsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyFlightsException() {
        super("too many reads are under way");
    }
}
