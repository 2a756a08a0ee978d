package io.guildhall.push.delivery;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.PushDeliveries;
import io.guildhall.push.ledger.SentLedger;
import io.guildhall.push.notification.DeliveryKey;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/** Remembers in the store of what devices were told. */
final class StoredLedger implements SentLedger {
    private static final int RANDOM_BITS = 22;

    private final StorageAccess storage;
    private final Clock clock;

    StoredLedger(StorageAccess storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
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
     * the same moment, as when a partition changes hands, must not both be. As in an id, the time has 41 bits, which end in 2084.
     */
    private long mark() {
        return (clock.millis() - Snowflake.EPOCH) << RANDOM_BITS
                | ThreadLocalRandom.current().nextLong(1L << RANDOM_BITS);
    }
}
