package io.guildhall.guild.entitlement;

/** Whether a subscription goes on. */
enum SubscriptionStatus {
    /** It is prolonged at the end of its period. */
    ACTIVE(0),
    INACTIVE(1),
    /** It was ended, and holds to the end of its period. */
    ENDING(2);

    private final long number;

    SubscriptionStatus(long number) {
        this.number = number;
    }

    /** As it stands in payloads. */
    long number() {
        return number;
    }
}
