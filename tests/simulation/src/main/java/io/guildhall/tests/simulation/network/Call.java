package io.guildhall.tests.simulation.network;

/** One call under way, as its connection sees it. */
interface Call {
    /** On the client's machine. */
    void brokenAtClient();

    /** On the server's machine. */
    void brokenAtServer();
}
