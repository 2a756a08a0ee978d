package io.guildhall.guild.kernel.audience;

/**
 * Sessions that are to leave an actor because whoever held them seems to be gone. Those that join again before they have left stay: their
 * gateway is back, takes them for attached, and would never hear that they are not. Ends by one of its methods.
 */
public interface SessionDeparture {
    /** They are gone: has the actor treat them as ended. */
    void confirm();

    /** They are not, and stay. */
    void cancel();
}
