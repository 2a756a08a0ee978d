package io.guildhall.storage.cassandra;

import static io.guildhall.storage.store.Stores.batch;
import static io.guildhall.storage.store.Stores.rows;

import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writers that each number their messages and read back what was acknowledged, for as long as the test wants. A write that fails
 * in passing is made again with its own time, as callers do; everything else is an error.
 */
final class ClusterLoad implements AutoCloseable {
    private static final int WRITERS = 6;
    private static final int PATIENCE = 20;
    private static final int READ_EVERY = 3;

    final Queue<String> errors = new ConcurrentLinkedQueue<>();
    final AtomicInteger retried = new AtomicInteger();

    private final Store store;
    private final AtomicInteger acknowledged = new AtomicInteger();
    /** Per writer, the last number that was acknowledged: all before it were too. */
    private final Map<Long, Long> last = new ConcurrentHashMap<>();

    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean ended;

    /** @param firstChannel of the channels to write into, which nobody else uses */
    ClusterLoad(Store store, long firstChannel) {
        this.store = store;
        for (long writer = 0; writer < WRITERS; writer++) {
            long channel = firstChannel + writer;
            writers.add(Thread.ofVirtual().start(() -> run(channel)));
        }
    }

    /** Waits until so many more writes were acknowledged, or there is an error. */
    void await(int more) throws InterruptedException {
        int goal = acknowledged.get() + more;
        while (acknowledged.get() < goal && errors.isEmpty()) {
            Thread.sleep(5);
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /** Acknowledged writes that are not there. */
    int lost() {
        int lost = 0;
        for (Map.Entry<Long, Long> entry : last.entrySet()) {
            for (long number = 0; number <= entry.getValue(); number += Read.MAX_LIMIT) {
                List<RowView> found = rows(
                        store,
                        Messages.TABLE,
                        Read.from(Messages.TABLE, entry.getKey(), bucket(number))
                                .build());
                lost += (int) (Math.min(entry.getValue() - number + 1, Read.MAX_LIMIT)
                        - found.stream()
                                .filter(row -> row.get(Messages.FLAGS, -1L).equals(row.get(Messages.MESSAGE_ID)))
                                .filter(row -> row.get(Messages.MESSAGE_ID) <= entry.getValue())
                                .count());
            }
        }
        return lost;
    }

    private void run(long channel) {
        for (long number = 0; !ended; number++) {
            long written = number;
            // The time is the caller's, so that a repeat is the same write.
            WriteRequest request = batch(Write.to(Messages.TABLE, channel, bucket(number), number)
                            .set(Messages.FLAGS, number)
                            .build())
                    .toBuilder()
                    .setTimestamp(1_000_000 + number)
                    .build();
            if (!patiently(() -> store.write(request).join())) {
                return;
            }
            last.put(channel, written);
            acknowledged.incrementAndGet();
            if (number % READ_EVERY == 0
                    && !patiently(() -> {
                        if (rows(store, Messages.TABLE, Read.row(Messages.TABLE, channel, bucket(written), written))
                                .isEmpty()) {
                            errors.add("a read after the acknowledgement did not find number " + written);
                        }
                    })) {
                return;
            }
        }
    }

    private boolean patiently(Runnable call) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            try {
                call.run();
                return true;
            } catch (CompletionException failure) {
                if (!(failure.getCause() instanceof StoreException store) || !isPassing(store.reason())) {
                    errors.add(failure.toString());
                    return false;
                }
                retried.incrementAndGet();
            }
        }
        errors.add("out of patience");
        return false;
    }

    private static boolean isPassing(StoreException.Reason reason) {
        return switch (reason) {
            case OVERLOADED, UNAVAILABLE, TIMED_OUT -> true;
            case CLOSED, FENCED, FAILED -> false;
        };
    }

    private static long bucket(long number) {
        return number / Read.MAX_LIMIT;
    }
}
