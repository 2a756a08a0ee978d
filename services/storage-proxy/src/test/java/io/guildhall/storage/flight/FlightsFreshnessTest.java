package io.guildhall.storage.flight;

import static io.guildhall.storage.store.Stores.batch;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One writer counts up, many readers look: none may see less than what was acknowledged before it asked. */
class FlightsFreshnessTest {
    private static final ReadRequest READ = Read.row(Guilds.TABLE, 1L);
    private static final int WRITES = 3_000;
    private static final int READERS = 8;

    @Test
    void noReadIsOlderThanAWriteThatWasAcknowledgedBeforeItBegan() throws Exception {
        AtomicLong acknowledged = new AtomicLong();
        try (Store store = EmbeddedStore.inMemory();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Flights flights = new Flights(store, Sharing.HERE, FlightLimits.DEFAULT, FlightObserver.NONE);
            List<Future<Long>> readers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(threads.submit(() -> readUntilTheEnd(flights, acknowledged)));
            }
            for (long version = 1; version <= WRITES; version++) {
                flights.write(batch(Write.to(Guilds.TABLE, 1L)
                                .set(Guilds.OWNER_ID, version)
                                .build()))
                        .join();
                acknowledged.set(version);
            }
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isEqualTo(WRITES);
            }
        }
    }

    private static long readUntilTheEnd(Flights flights, AtomicLong acknowledged) {
        long last = 0;
        while (last < WRITES) {
            long atLeast = Math.max(last, acknowledged.get());
            List<Row> rows = flights.read(READ).join().getRowsList();
            long seen = rows.isEmpty() ? 0 : new RowView(Guilds.TABLE, rows.getFirst()).get(Guilds.OWNER_ID);
            assertThat(seen).isGreaterThanOrEqualTo(atLeast);
            last = seen;
        }
        return last;
    }
}
