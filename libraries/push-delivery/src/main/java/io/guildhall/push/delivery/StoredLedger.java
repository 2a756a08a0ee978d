package io.guildhall.push.delivery;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.PushDeliveries;
import io.guildhall.push.ledger.SentLedger;
import io.guildhall.push.notification.DeliveryKey;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers in the store of what devices were told. */
final class StoredLedger implements SentLedger {
    private static final long MICROS = 1_000;

    private final StorageAccess storage;
    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

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

    /** Never the same twice, since whoever finds what it wrote itself counts as the first. */
    private long mark() {
        long now = clock.millis() * MICROS;
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }
}
