package io.guildhall.storage.flight;

/** The store did not answer a read in time. */
public final class LateFlightException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LateFlightException() {
        super("The store did not answer the read in time.", null, false, false);
    }
}
