package io.guildhall.messageindex.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A cell does not take what it was asked for, since that is wrong itself: it would not a moment later either. */
public final class RefusedByCellException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    RefusedByCellException(IOException cause) {
        super(cause);
    }
}
