package io.guildhall.storage.embedded;

/** A snapshot was given up: its store closes, or nobody waits for it any more. */
final class SnapshotCancelledException extends Exception {
    private static final long serialVersionUID = 1;

    SnapshotCancelledException() {
        super("the snapshot was given up: the process that made it is ending, or nobody waited for it any more");
    }
}
