package io.guildhall.guild.entitlement;

/** What can be done with what an application offers. */
enum SkuKind {
    DURABLE(2),
    CONSUMABLE(3),
    SUBSCRIPTION(5);

    private final long number;

    SkuKind(long number) {
        this.number = number;
    }

    /** As it stands in payloads. */
    long number() {
        return number;
    }
}
