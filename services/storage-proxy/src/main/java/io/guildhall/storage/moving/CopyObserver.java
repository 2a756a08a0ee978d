package io.guildhall.storage.moving;

/** Hears of what is copied, from several threads at once. */
interface CopyObserver {
    /**
     * A page is durable in the target.
     *
     * @param task how far its range is now
     * @param rows how many rows the page had
     */
    void copied(CopyTask task, int rows);
}
