package io.guildhall.storage.flight;

import static io.guildhall.storage.store.Stores.batch;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * What sharing promises, over any store: a subclass names the store and counts the reads that the database itself makes.
 * The ids are the test's own, so that a store may be used again.
 */
public abstract class StampedeContract {
    private static final int READERS = 1_000;
    private static final int PAGE = 50;
    private static final int PARTITIONS = 100;
    private static final int WORKERS = 400;
    private static final int OPERATIONS = 100;
    private static final FlightLimits LIMITS = new FlightLimits(64, 256, 2_000, 2_000, Duration.ofSeconds(30));

    private final long firstId = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 60);
    private final AtomicLong[] acknowledged = new AtomicLong[PARTITIONS];
    private final AtomicInteger mostRunning = new AtomicInteger();

    /** The store, open; the same one at each call. */
    protected abstract Store store();

    /** How many reads the database has made so far. */
    protected abstract long databaseReads();

    @Test
    void aThousandReadersOfOnePageMakeOneReadOfTheDatabase() {
        for (long message = 1; message <= PAGE + 10; message++) {
            store().write(batch(Write.to(Messages.TABLE, firstId, 1L, message)
                            .set(Messages.AUTHOR_ID, 7L)
                            .build()))
                    .join();
        }
        GatedStore gated = new GatedStore(store());
        Flights flights = new Flights(gated, Sharing.HERE, LIMITS, FlightObserver.NONE);
        ReadRequest page = Read.from(Messages.TABLE, firstId, 1L).limit(PAGE).build();
        long before = databaseReads();

        Queue<CompletableFuture<ReadReply>> readers = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < READERS; reader++) {
                threads.execute(() -> readers.add(flights.read(page)));
            }
        }
        assertThat(flights.waiting()).isEqualTo(READERS);
        gated.open();

        assertThat(readers)
                .hasSize(READERS)
                .allSatisfy(reader -> assertThat(reader.join().getRowsCount()).isEqualTo(PAGE));
        assertThat(databaseReads() - before).isOne();
        assertThat(flights.running()).isZero();
        assertThat(flights.waiting()).isZero();
    }

    @Test
    void aHundredHotPartitionsUnderReadsAndWritesStayFreshAndShareReads() throws Exception {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            acknowledged[partition] = new AtomicLong();
        }
        Flights flights = new Flights(new JitteryStore(store(), 1_000), Sharing.HERE, LIMITS, FlightObserver.NONE);
        long before = databaseReads();
        AtomicLong reads = new AtomicLong();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                workers.add(threads.submit(() -> work(flights, reads)));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        }

        assertThat(databaseReads() - before).isPositive().isLessThan(reads.get());
        assertThat(mostRunning.get()).isLessThanOrEqualTo(LIMITS.inAll());
        assertThat(flights.running()).isZero();
        assertThat(flights.waiting()).isZero();
    }

    private void work(Flights flights, AtomicLong reads) {
        long[] seen = new long[PARTITIONS];
        for (int operation = 0; operation < OPERATIONS; operation++) {
            int partition = ThreadLocalRandom.current().nextInt(PARTITIONS);
            if (ThreadLocalRandom.current().nextBoolean()) {
                write(flights, partition);
            } else {
                long atLeast = Math.max(seen[partition], acknowledged[partition].get());
                seen[partition] = read(flights, partition);
                reads.incrementAndGet();
                assertThat(seen[partition]).isGreaterThanOrEqualTo(atLeast);
            }
            mostRunning.accumulateAndGet(flights.running(), Math::max);
        }
    }

    /** One writer at a time, as a guild's owner is. */
    private void write(Flights flights, int partition) {
        synchronized (acknowledged[partition]) {
            long version = acknowledged[partition].get() + 1;
            flights.write(batch(Write.to(Guilds.TABLE, firstId + partition)
                            .set(Guilds.OWNER_ID, version)
                            .build()))
                    .join();
            acknowledged[partition].set(version);
        }
    }

    private long read(Flights flights, int partition) {
        List<Row> rows =
                flights.read(Read.row(Guilds.TABLE, firstId + partition)).join().getRowsList();
        return rows.isEmpty() ? 0 : new RowView(Guilds.TABLE, rows.getFirst()).get(Guilds.OWNER_ID);
    }
}
