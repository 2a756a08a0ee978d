package io.guildhall.messageindex.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * What a cell that answers without success means. Only what is wrong with what it was asked for stays wrong; a login that it does not know, a
 * block on writes, or an answer of something that stands before it passes, and who asked has to ask again. What a cell says of a failure may
 * quote what people wrote, so only its kind is passed on.
 */
final class CellFailure {
    private static final int WRONG = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final String NO_INDEX = "index_not_found_exception";

    /** Kinds of what is wrong with one document of several: it can't be read, has what the index has no field for, or a word that is too long. */
    private static final Set<String> OF_THE_DOCUMENT = Set.of(
            "mapper_parsing_exception",
            "document_parsing_exception",
            "strict_dynamic_mapping_exception",
            "illegal_argument_exception");

    private CellFailure() {}

    static UncheckedIOException ofRequest(int status, String method, String path, String kind) {
        if (status == NOT_FOUND && kind.equals(NO_INDEX)) {
            return new IndexGoneException(path);
        }
        return of(status == WRONG || status == TOO_LARGE, status, method + " " + path, kind);
    }

    static UncheckedIOException ofWrite(int status, String kind) {
        return of(OF_THE_DOCUMENT.contains(kind), status, "a write", kind);
    }

    private static UncheckedIOException of(boolean forGood, int status, String what, String kind) {
        IOException cause = new IOException(what + " was answered with " + status + " " + kind);
        return forGood ? new RefusedByCellException(cause) : new UncheckedIOException(cause);
    }
}
