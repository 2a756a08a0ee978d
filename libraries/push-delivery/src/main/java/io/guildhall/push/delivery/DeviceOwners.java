package io.guildhall.push.delivery;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.fact.DeviceFact;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PushOwners;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has a device at all: read once, and kept by what actors tell. Some 50 bytes for each person that has one. Blocks for the store at the first use.
 */
final class DeviceOwners {
    private final StorageAccess storage;
    private final Set<Long> known = ConcurrentHashMap.newKeySet();
    private volatile boolean loaded;

    DeviceOwners(StorageAccess storage) {
        this.storage = storage;
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
        if (!loaded) {
            read();
        }
    }

    private synchronized void read() {
        if (loaded) {
            return;
        }
        for (long shard = 0; shard < PushOwners.SHARDS; shard++) {
            List<RowView> page = rows(shard, 0);
            while (!page.isEmpty()) {
                page.forEach(row -> known.add(row.get(PushOwners.USER_ID)));
                page = page.size() < Read.MAX_LIMIT
                        ? List.of()
                        : rows(shard, page.getLast().get(PushOwners.USER_ID));
            }
        }
        loaded = true;
    }

    private List<RowView> rows(long shard, long after) {
        Read read = Read.from(PushOwners.TABLE, shard);
        return storage.rows((after == 0 ? read : read.after(after)).build())
                .await()
                .indefinitely();
    }
}
