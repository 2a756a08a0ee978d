package io.guildhall.messageindex.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A cell has an index no more: it was thrown away, and another stands in its place. What was in it has to be read from the store. */
public final class IndexGoneException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    /** @param path that begins with the index */
    IndexGoneException(String path) {
        super(new IOException("there is no index " + path.split("/", -1)[1]));
    }
}
