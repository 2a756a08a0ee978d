package io.guildhall.gateway.session;

/** What the lanes count. */
public interface Measures {
    /** Events handed to connections in one write. */
    void wrote(int events, long bytes);

    /** A repeat that was not delivered again. */
    void repeated();

    /** A connection that was cut because its client reads too slowly. */
    void slowReader();
}
