package io.guildhall.storage.sharing;

/** Counts what storage nodes tell each other about shared reads. */
public interface SharingObserver {
    /** Counts nothing. */
    SharingObserver NONE = new SharingObserver() {};

    /** Another node was told that reads of so many partitions must not be shared with older ones. */
    default void ended(int partitions) {}

    /** Another node could not be told; the write waited until that node's older reads were over. */
    default void silent() {}
}
