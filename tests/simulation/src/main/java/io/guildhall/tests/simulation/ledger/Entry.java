package io.guildhall.tests.simulation.ledger;

/**
 * A command of a client and what became of it.
 *
 * @param asked virtual nanoseconds
 * @param answered virtual nanoseconds
 * @param to the ledger that it is passed on to; 0 for none
 * @param number the entry's number, or, of a reading, the last number
 */
record Entry(long ledger, long id, long to, long asked, long answered, long epoch, long number, boolean reading) {}
