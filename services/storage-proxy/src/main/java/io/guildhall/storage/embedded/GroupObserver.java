package io.guildhall.storage.embedded;

/** Hears of every group of batches that became durable together. Called on the writer thread: must be quick. */
@FunctionalInterface
public interface GroupObserver {
    void committed(int batches);
}
