package io.guildhall.push.ledger;

import io.guildhall.push.notification.DeliveryKey;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashSet;

/** Remembers the last deliveries of this process. */
public final class MemoryLedger implements SentLedger {
    private final int most;
    private final LinkedHashSet<DeliveryKey> claimed = new LinkedHashSet<>();

    /** @param most the oldest beyond are forgotten */
    public MemoryLedger(int most) {
        this.most = most;
    }

    @Override
    public Uni<Boolean> claim(DeliveryKey delivery) {
        return Uni.createFrom().item(add(delivery));
    }

    private synchronized boolean add(DeliveryKey delivery) {
        if (!claimed.add(delivery)) {
            return false;
        }
        if (claimed.size() > most) {
            claimed.removeFirst();
        }
        return true;
    }
}
