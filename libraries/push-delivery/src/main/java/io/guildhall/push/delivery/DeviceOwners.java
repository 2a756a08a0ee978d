package io.guildhall.push.delivery;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.fact.DeviceFact;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PushOwners;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Who has a device at all: read from the store, and kept by what actors tell. Some 50 bytes for each person that has one. Where facts of some people go to others, it
 * is read again now and then, by one of those who ask, while the others use what is known. Blocks for the store at the first use.
 */
final class DeviceOwners {
    private final Supplier<Set<Long>> stored;
    private final Optional<Duration> renewed;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Set<Long> known = Set.of();
    private volatile Instant readAt = Instant.MIN;

    DeviceOwners(StorageAccess storage, Optional<Duration> renewed, Clock clock) {
        this(() -> read(storage), renewed, clock);
    }

    /**
     * @param stored reads who has one, into a set that may be changed
     * @param renewed how long what was read is of use; empty: for ever
     */
    DeviceOwners(Supplier<Set<Long>> stored, Optional<Duration> renewed, Clock clock) {
        this.stored = stored;
        this.renewed = renewed;
        this.clock = clock;
    }

    boolean isEmpty() {
        load();
        return known.isEmpty();
    }

    boolean contains(long userId) {
        load();
        return known.contains(userId);
    }

    void learn(DeviceFact fact) {
        load();
        if (fact.any()) {
            known.add(fact.userId());
        } else {
            known.remove(fact.userId());
        }
    }

    private void load() {
        if (readAt.equals(Instant.MIN)) {
            reading.lock();
        } else if (isOfUse() || !reading.tryLock()) {
            return;
        }
        try {
            if (!isOfUse()) {
                // What is learnt meanwhile may be missing from what is read: the next time has it.
                Instant began = clock.instant();
                known = stored.get();
                readAt = began;
            }
        } finally {
            reading.unlock();
        }
    }

    private boolean isOfUse() {
        Instant at = readAt;
        return !at.equals(Instant.MIN)
                && renewed.map(lasts -> clock.instant().isBefore(at.plus(lasts)))
                        .orElse(true);
    }

    private static Set<Long> read(StorageAccess storage) {
        Set<Long> found = ConcurrentHashMap.newKeySet();
        for (long shard = 0; shard < PushOwners.SHARDS; shard++) {
            List<RowView> page = rows(storage, shard, 0);
            while (!page.isEmpty()) {
                page.forEach(row -> found.add(row.get(PushOwners.USER_ID)));
                page = page.size() < Read.MAX_LIMIT
                        ? List.of()
                        : rows(storage, shard, page.getLast().get(PushOwners.USER_ID));
            }
        }
        return found;
    }

    private static List<RowView> rows(StorageAccess storage, long shard, long after) {
        Read read = Read.from(PushOwners.TABLE, shard);
        return storage.rows((after == 0 ? read : read.after(after)).build())
                .await()
                .indefinitely();
    }
}
