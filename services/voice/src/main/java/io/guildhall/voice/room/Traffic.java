package io.guildhall.voice.room;

/** Counts what comes to the port of media. */
public interface Traffic {
    /** A packet was sent to so many. */
    void forwarded(int listeners);

    /** A packet that nobody who is connected sent. */
    void dropped();

    /** A packet in the name of somebody who is connected: it is forged, came before, or may not be forwarded. */
    void refused();
}
