package io.guildhall.storage.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Bans;
import io.guildhall.model.table.catalogue.Catalogue;
import io.guildhall.storage.cassandra.CassandraStore;
import io.guildhall.storage.cassandra.WriteClock;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.moving.DualObserver;
import io.guildhall.storage.moving.DualStore;
import io.guildhall.storage.moving.SampleData;
import io.guildhall.storage.scan.ScanPage;
import io.guildhall.storage.scan.ScannedRow;
import io.guildhall.storage.scan.Scanner;
import io.guildhall.storage.store.RandomOperations;
import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.Stores;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Moving while the old store is written to: edits, deletes and claims go on during the whole of it. */
@Tag("long")
class MigrateWhileServingTest extends MigrateIntoCassandra {
    private static final int WRITERS = 4;

    @BeforeEach
    void fill() {
        try (EmbeddedStore store = open(Optional.empty())) {
            SampleData.fill(store, 10_000);
        }
    }

    @Test
    void theTargetHoldsWhatTheSourceHeldWhenItStopped() throws Exception {
        CassandraStore cluster = keyspace.store();
        EmbeddedStore embedded = open(Optional.of(keyspace.target().text()));
        long writes;
        try (Store dual = dual(embedded, cluster)) {
            Load load = new Load(dual);
            load.begin();
            assertThat(migrate()).as(errors()).isEqualTo(ExitStatus.DONE);
            writes = load.end();
        }

        assertThat(writes).isPositive();
        try (EmbeddedStore stopped = open(Optional.empty())) {
            CassandraStore target = keyspace.store();
            for (Table table : Catalogue.TABLES) {
                assertThat(lasting(target, table)).as(table.name()).isEqualTo(lasting(stopped, table));
            }
        }
        assertThat(migrate("--verify-only")).as(errors()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void whatAFailedDualWritePartedIsMended() {
        CassandraStore cluster = keyspace.store();
        EmbeddedStore embedded = open(Optional.of(keyspace.target().text()));
        RandomOperations random = new RandomOperations(5);
        try (Store dual = dual(embedded, cluster)) {
            assertThat(migrate()).as(errors()).isEqualTo(ExitStatus.DONE);
            for (int turn = 0; turn < 200; turn++) {
                WriteRequest write = SampleData.lasting(random.write());
                if (turn % 10 == 0 && !write.getMutations(0).getUpsert().getIfAbsent()) {
                    writeToTheFirstAlone(embedded, write);
                } else {
                    dual.write(write).join();
                }
            }
            partRowThatIsYoungerThanItsCells(dual, embedded);
            assertThat(migrate()).as(errors()).isEqualTo(ExitStatus.DONE);
            assertThat(output()).contains("rows to what the source has");
        }
        assertThat(migrate("--verify-only")).as(errors()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void aSourceThatIsServedFromWithoutTheDualWriteIsRefused() {
        try (EmbeddedStore embedded = open(Optional.empty())) {
            assertThat(embedded.ready()).isTrue();
            assertThat(migrate()).isEqualTo(ExitStatus.REFUSED);
        }
        assertThat(errors()).contains("guildhall.storage.also-write-to");
        try (EmbeddedStore embedded = open(Optional.of("cassandra:elsewhere:9042/guildhall"))) {
            assertThat(embedded.ready()).isTrue();
            assertThat(migrate()).isEqualTo(ExitStatus.REFUSED);
        }
        assertThat(errors()).contains("also writes to cassandra:elsewhere:9042/guildhall");
    }

    /** As after a kill between the two stores: the first has it, the second never gets it. */
    private static void writeToTheFirstAlone(EmbeddedStore embedded, WriteRequest write) {
        long time = new WriteClock(Clock.systemUTC()).reserve(write.getMutationsCount());
        embedded.write(write.toBuilder().setTimestamp(time).build()).join();
    }

    private static void partRowThatIsYoungerThanItsCells(Store dual, EmbeddedStore embedded) {
        Object[] key = {77L, 0L, 1L};
        Stores.write(dual, Write.to(Bans.TABLE, key).set(Bans.REASON, "spam").build());
        Stores.write(dual, Write.to(Bans.TABLE, key).build());
        writeToTheFirstAlone(embedded, Stores.batch(Write.delete(Bans.TABLE, key)));
    }

    private static DualStore dual(EmbeddedStore embedded, CassandraStore cluster) {
        WriteClock clock = new WriteClock(Clock.systemUTC());
        clock.passed(embedded.lastTime());
        return new DualStore(embedded, cluster, DualStore.Times.BY_ARRIVAL, clock, 1_000, DualObserver.NONE);
    }

    private EmbeddedStore open(Optional<String> alsoWrittenTo) {
        EmbeddedStoreOptions options = new EmbeddedStoreOptions(
                Optional.of(directory.resolve("store")), true, 16_384, 64 << 20, 4 << 20, 16, 1_000, alsoWrittenTo);
        return EmbeddedStore.open(options, Clock.systemUTC(), batches -> {});
    }

    /** Everything that stays, read through nothing but the scanner: keys with the values of their cells. */
    private static Map<Object, Map<Integer, Value>> lasting(Scanner scanner, Table table) {
        Set<Column<?>> columns = Set.copyOf(
                table.columns().subList(table.keyColumns(), table.columns().size()));
        Map<Object, Map<Integer, Value>> rows = new HashMap<>();
        scanner.ranges(table, 2).forEach(range -> {
            Optional<ByteString> position = Optional.empty();
            do {
                ScanPage page =
                        scanner.scan(table, range, position, columns, 1_000).join();
                page.rows().forEach(row -> rows.put(row.key(), values(row)));
                position = page.next();
            } while (position.isPresent());
        });
        return rows;
    }

    private static Map<Integer, Value> values(ScannedRow row) {
        return row.cells().stream().collect(Collectors.toMap(cell -> cell.column(), cell -> cell.value()));
    }

    /** Random writes by several callers until it is told to end. */
    private static final class Load {
        private final Store store;
        private final AtomicBoolean ended = new AtomicBoolean();
        private final AtomicLong writes = new AtomicLong();
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final List<Future<?>> running = new ArrayList<>();

        private Load(Store store) {
            this.store = store;
        }

        void begin() {
            for (int writer = 0; writer < WRITERS; writer++) {
                RandomOperations random = new RandomOperations(100 + writer);
                running.add(threads.submit(() -> {
                    while (!ended.get()) {
                        store.write(SampleData.lasting(random.write())).join();
                        writes.incrementAndGet();
                    }
                }));
            }
        }

        long end() throws Exception {
            ended.set(true);
            for (Future<?> writer : running) {
                writer.get();
            }
            threads.close();
            return writes.get();
        }
    }
}
