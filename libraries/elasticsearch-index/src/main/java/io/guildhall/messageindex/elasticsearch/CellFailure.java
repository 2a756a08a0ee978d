package io.guildhall.messageindex.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a cell that answers without success means. What it says of it may quote what people wrote, so only its kind is passed on. */
final class CellFailure {
    private static final int TOO_MUCH = 429;
    private static final int FIRST_OF_THE_CELL = 500;

    private CellFailure() {}

    static UncheckedIOException of(int status, String what, String kind) {
        IOException cause = new IOException(what + " was answered with " + status + " " + kind);
        return status < FIRST_OF_THE_CELL && status != TOO_MUCH
                ? new RefusedByCellException(cause)
                : new UncheckedIOException(cause);
    }
}
