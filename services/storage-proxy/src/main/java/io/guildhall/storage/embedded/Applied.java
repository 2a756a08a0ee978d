package io.guildhall.storage.embedded;

/** What became of a batch in its turn. */
enum Applied {
    YES,
    /** Its condition did not hold: nothing was done. */
    NO,
    /** Its fence is of an epoch that is over, or that was never claimed: nothing was done. */
    FENCED
}
