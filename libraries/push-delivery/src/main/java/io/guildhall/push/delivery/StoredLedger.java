package io.guildhall.push.delivery;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.PushDeliveries;
import io.guildhall.push.ledger.SentLedger;
import io.guildhall.push.notification.DeliveryKey;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;

/** Remembers in the store of what devices were told. */
final class StoredLedger implements SentLedger {
    /** Not static: it must not be made when a native executable is built. */
    private final SecureRandom random = new SecureRandom();

    private final StorageAccess storage;

    StoredLedger(StorageAccess storage) {
        this.storage = storage;
    }

    @Override
    public Uni<Boolean> claim(DeliveryKey delivery) {
        return storage.writeIfAbsent(Write.to(PushDeliveries.TABLE, delivery.deviceId(), delivery.subjectId())
                .set(PushDeliveries.TOLD_AT, mark())
                .ifAbsent()
                .build());
    }

    /**
     * Never the same twice, in this process or another, since whoever finds what it wrote itself counts as the first: two nodes that have the same record at
     * the same moment, as when a partition changes hands, must not both be. Nobody reads when it was, so that all bits are random.
     */
    private long mark() {
        return random.nextLong();
    }
}
