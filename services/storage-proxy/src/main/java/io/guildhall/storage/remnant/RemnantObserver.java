package io.guildhall.storage.remnant;

/** Counts what happens to remnants. */
public interface RemnantObserver {
    /** Counts nothing. */
    RemnantObserver NONE = new RemnantObserver() {
        @Override
        public void found() {}

        @Override
        public void removed() {}

        @Override
        public void dropped() {}

        @Override
        public void swept(long rows) {}

        @Override
        public void progress(double done) {}
    };

    /** A remnant was seen, by a read or by the sweep; one that is seen again counts again. */
    void found();

    void removed();

    /** Too many waited already: it stays until it is seen again. */
    void dropped();

    /** The sweep looked at so many more rows. */
    void swept(long rows);

    /** How much of the present round of the sweep is done, 0 to 1. */
    void progress(double done);
}
