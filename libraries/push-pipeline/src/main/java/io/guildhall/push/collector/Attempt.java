package io.guildhall.push.collector;

import io.guildhall.push.notification.Notification;

/**
 * A notification on its way through the pipeline.
 *
 * @param tries how often it was sent already
 * @param claimed whether the ledger knows that it is to be sent
 * @param order in which it came; it keeps it when it comes back
 * @param settled runs once, when it is sent or dropped
 */
public record Attempt(Notification notification, int tries, boolean claimed, long order, Runnable settled) {
    /** The same after it was written down in the ledger. */
    public Attempt afterClaim() {
        return new Attempt(notification, tries, true, order, settled);
    }

    Attempt afterTry() {
        return new Attempt(notification, tries + 1, claimed, order, settled);
    }

    Attempt of(Notification other) {
        return new Attempt(other, tries, claimed, order, settled);
    }
}
