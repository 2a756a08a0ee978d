package io.guildhall.push.ledger;

import io.guildhall.push.notification.DeliveryKey;
import io.smallrye.mutiny.Uni;

/** Remembers, also over restarts, of what devices were told. */
public interface SentLedger {
    /**
     * Writes down that a device is about to be told. True for the first who asks only, so nothing is sent twice; what was claimed and
     * then not sent, because the process died, never is. Must not block. A failure: nothing may be sent, it is tried again later.
     */
    Uni<Boolean> claim(DeliveryKey delivery);
}
