package io.guildhall.standalone.moving;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.store.Store;
import java.util.ArrayList;
import java.util.List;

/** Collects rows and writes many at once. All of one {@link #add} are in one batch. */
final class Writer {
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_BYTES = 1 << 20;

    private final Store store;
    private final List<Mutation> waiting = new ArrayList<>();
    private long bytes;

    Writer(Store store) {
        this.store = store;
    }

    void add(List<Mutation> rows) {
        waiting.addAll(rows);
        rows.forEach(row -> bytes += row.getSerializedSize());
    }

    /** Whether it is time to write. */
    boolean full() {
        return waiting.size() >= MOST_ROWS || bytes >= MOST_BYTES;
    }

    /** Afterwards everything that was added is durable. */
    void write() {
        if (!waiting.isEmpty()) {
            store.write(WriteRequest.newBuilder().addAllMutations(waiting).build())
                    .join();
        }
        waiting.clear();
        bytes = 0;
    }
}
