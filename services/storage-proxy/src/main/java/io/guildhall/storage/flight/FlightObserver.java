package io.guildhall.storage.flight;

/** Counts what happens to reads. */
public interface FlightObserver {
    /** Counts nothing. */
    FlightObserver NONE = new FlightObserver() {
        @Override
        public void started() {}

        @Override
        public void joined() {}

        @Override
        public void shed() {}
    };

    /** A read of the store began. */
    void started();

    /** A caller shares a read that was under way. */
    void joined();

    /** A caller was turned away. */
    void shed();
}
