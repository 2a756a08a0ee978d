package io.guildhall.guild.memberlist;

import io.guildhall.model.rpc.SessionRef;

/**
 * How far a guild's lists have come with what takes several turns.
 *
 * @param generation of the lists: one for as long as the rules stay the same by which members are placed
 * @param nextNumber of a list
 * @param placing the last session that was looked through for lookers of an older generation; null when there are none
 * @param welcoming the last session that was looked through for those who wait to be told their parts
 * @param round null when lookers know the lists as they are
 */
record Standing(
        int generation, int nextNumber, SessionRef placing, SessionRef welcoming, Round round, Schedule schedule) {
    /** Before all sessions. */
    private static final SessionRef START = SessionRef.getDefaultInstance();

    static final Standing FIRST = new Standing(1, 1, null, START, null, Schedule.NONE);

    /** Numbers go on: what sessions ask for of older lists is of no new one. */
    Standing anew() {
        return new Standing(generation + 1, nextNumber, START, START, null, schedule);
    }

    Standing oneMoreList() {
        return new Standing(generation, nextNumber + 1, placing, welcoming, round, schedule);
    }

    Standing placedThrough(SessionRef session) {
        return new Standing(generation, nextNumber, session, welcoming, round, schedule);
    }

    Standing allPlaced() {
        return placedThrough(null);
    }

    /** Whether some were not looked through in this turn of all who wait to be told their parts. */
    boolean welcomes() {
        return !welcoming.equals(START);
    }

    Standing welcomedThrough(SessionRef session) {
        return new Standing(generation, nextNumber, placing, session, round, schedule);
    }

    Standing allWelcomed() {
        return welcomedThrough(START);
    }

    Standing with(Round next) {
        return new Standing(generation, nextNumber, placing, welcoming, next, schedule);
    }

    Standing with(Schedule next) {
        return new Standing(generation, nextNumber, placing, welcoming, round, next);
    }
}
