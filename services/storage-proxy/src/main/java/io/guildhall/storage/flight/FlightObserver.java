package io.guildhall.storage.flight;

/** Counts what happens to reads. */
public interface FlightObserver {
    /** Counts nothing. */
    FlightObserver NONE = new FlightObserver() {};

    /** A read of the store began. */
    default void started() {}

    /** The read that began can not be joined any more, since reads of its partition meet at another node. */
    default void alone() {}

    /** A caller shares a read that was under way. */
    default void joined() {}

    /** A caller was turned away. */
    default void shed() {}

    /** A caller went away before the read was over. */
    default void left() {}

    /** Everybody had left, and the store's read was cancelled. */
    default void cancelled() {}

    /** The store did not answer in time. */
    default void late() {}
}
