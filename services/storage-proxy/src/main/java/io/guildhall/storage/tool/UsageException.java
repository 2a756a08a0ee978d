package io.guildhall.storage.tool;

/** A command was called in a way that it does not understand. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String what) {
        this(what, null);
    }

    UsageException(String what, Throwable cause) {
        super(what, cause);
    }
}
