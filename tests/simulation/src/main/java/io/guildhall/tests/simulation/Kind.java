package io.guildhall.tests.simulation;

/** What is simulated. */
public enum Kind {
    /** Owners of lists, on storage proxies: one owner at a time, and nothing acknowledged is lost. */
    LEDGER,
    /** People in guilds, on every kind of node: whoever stays connected or resumes has everything once, in order. */
    TOWN,
    /** The same while what all nodes stand on is away for a minute or two: nobody who is owed something is left without a word. */
    OUTAGE
}
