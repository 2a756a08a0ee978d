package io.guildhall.eventlog.reading;

/** Told of what goes wrong with records of the event log, to count it. */
public interface LogEvents {
    /** A record could not be brought on its way and is tried again. */
    void repeated();

    /** A record that nobody can read is left out. */
    void leftOut();
}
