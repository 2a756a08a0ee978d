package io.guildhall.storage.moving;

/** Counts what happens to writes that go to two stores. */
public interface DualObserver {
    /** Counts nothing. */
    DualObserver NONE = new DualObserver() {
        @Override
        public void written() {}

        @Override
        public void parted() {}

        @Override
        public void shed() {}
    };

    /** A write is in both. */
    void written();

    /** A write is in one and may not be in the other. */
    void parted();

    /** A write was turned away because too many were under way. */
    void shed();
}
