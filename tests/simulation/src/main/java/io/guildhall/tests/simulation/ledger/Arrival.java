package io.guildhall.tests.simulation.ledger;

/**
 * An entry that another ledger passed on.
 *
 * @param place how many had come before and it, at its first arrival
 * @param times how often it came: that must be once
 */
record Arrival(long place, long times) {
    Arrival again() {
        return new Arrival(place, times + 1);
    }
}
