package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.NodeState;
import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.observability.process.Guard;
import io.guildhall.storage.fencing.EpochGuard;
import io.guildhall.storage.remnant.RemnantRemover;
import io.guildhall.storage.scan.Importer;
import io.guildhall.storage.scan.PartitionScanner;
import io.guildhall.storage.scan.ScanPage;
import io.guildhall.storage.scan.ScanRange;
import io.guildhall.storage.scan.ScannedRow;
import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The store of many machines: Cassandra 5 or ScyllaDB, spoken to in plain CQL. Everything is read and written at LOCAL_QUORUM, so
 * what was acknowledged is there while a majority of each row's copies is.
 *
 * <p>Every mutation has a time: of two writes of one cell the later one stays, whichever node they went through, and a write may be
 * made again without harm. That is why reads and writes that time out or reach nobody are tried again here, within their
 * deadline; claims (if_absent, if_cells) are not. A claim is written at the cluster's time, not at its caller's. Writes with a fence
 * are held against the table of epochs, see {@link EpochGuard}.
 */
public final class CassandraStore implements Store, PartitionScanner, Importer, RemnantRemover {
    private static final long ALWAYS = 1;

    private final CqlSession session;
    private final Runnable closeSession;
    /** Answers come here, so that the driver's own threads never wait for what callers do next. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final InFlight reads = new InFlight(Integer.MAX_VALUE, Long.MAX_VALUE);
    private final InFlight writes;
    private final Reader reader;
    private final EpochGuard guard;
    private final Writer writer;
    private final CassandraScanner scanner;
    private final Importer importer;
    private final RedoRecovery recovery;
    private final RemnantRemover remnants;
    private final AtomicReference<RecoverySchedule> schedule = new AtomicReference<>();

    /**
     * A store over a session that is open, in a keyspace whose schema is there.
     *
     * @param closeSession what {@link #close} does last
     */
    public CassandraStore(
            CqlSession session,
            CassandraOptions options,
            Clock clock,
            CassandraObserver observer,
            Runnable closeSession) {
        this(session, options, clock, observer, () -> ALWAYS, closeSession);
    }

    /**
     * As above, for a proxy that owners find in discovery.
     *
     * @param listing as {@link io.guildhall.storage.fencing.Listing}
     */
    public CassandraStore(
            CqlSession session,
            CassandraOptions options,
            Clock clock,
            CassandraObserver observer,
            LongSupplier listing,
            Runnable closeSession) {
        this.session = session;
        this.closeSession = closeSession;
        Requests requests = new Requests(session, options, observer, threads);
        Statements statements = new Statements(session, options.keyspace());
        MutationBinder binder = new MutationBinder(statements);
        BatchSender sender = new BatchSender(requests, binder);
        WriteClock writeClock = new WriteClock(clock);
        Claims claims = new Claims(requests, statements, binder, writeClock, threads);
        RedoLog redo = new RedoLog(sender, writeClock, observer);
        this.writes = new InFlight(options.writesInFlight(), options.writeBytes());
        this.reader = new Reader(requests, statements);
        this.guard = new EpochGuard(new StoredEpochs(reader), options.fencingTrust(), System::nanoTime, listing);
        this.writer = new Writer(writes, writeClock, requests, sender, claims, redo, guard, observer);
        this.scanner = new CassandraScanner(session, requests, statements, clock);
        this.remnants = new CassandraRemnants(requests, statements, binder, clock);
        this.importer = new CassandraImporter(requests, binder, clock);
        this.recovery =
                new RedoRecovery(new StoredRecords(reader, redo, requests), clock, options.redoAfter(), observer);
    }

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        return counted(() -> reader.read(Tables.named(request.getTable()), request));
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        return writer.write(request);
    }

    @Override
    public CompletableFuture<Duration> claimed(Fence fence) {
        return guard.claimed(fence);
    }

    @Override
    public List<ScanRange> ranges(Table table, int wanted) {
        return scanner.ranges(table, wanted);
    }

    @Override
    public ScanRange partition(Table table, List<Value> key) {
        return scanner.partition(key);
    }

    @Override
    public CompletableFuture<ScanPage> scan(
            Table table, ScanRange range, Optional<ByteString> position, Set<Column<?>> columns, int limit) {
        return counted(() -> scanner.scan(table, range, position, columns, limit));
    }

    @Override
    public CompletableFuture<Void> put(Table table, List<ScannedRow> rows, long defaultTime) {
        return counted(() -> importer.put(table, rows, defaultTime));
    }

    @Override
    public CompletableFuture<Boolean> remove(Table table, List<Value> key) {
        return counted(() -> remnants.remove(table, key));
    }

    /** Applies batches whose writer left them behind, see {@link RedoRecovery#sweep}. */
    public RedoRecovery recovery() {
        return recovery;
    }

    /** Does so about once in an interval until the store closes. Called at most once. */
    public void recoverEvery(Duration interval) {
        schedule.set(new RecoverySchedule(recovery, interval));
    }

    @Override
    public boolean ready() {
        return !writes.isClosed()
                && session.getMetadata().getNodes().values().stream().anyMatch(node -> node.getState() == NodeState.UP);
    }

    @Override
    public void close() {
        RecoverySchedule running = schedule.getAndSet(null);
        if (running != null) {
            running.close();
        }
        writes.close();
        reads.close();
        threads.close();
        closeSession.run();
    }

    /** Lets a call in and waits for it when the store closes. */
    private <T> CompletableFuture<T> counted(Supplier<CompletableFuture<T>> call) {
        try {
            reads.enter(0);
        } catch (StoreException closed) {
            return CompletableFuture.failedFuture(closed);
        }
        try {
            CompletableFuture<T> running = call.get();
            running.whenComplete((result, failure) -> reads.leave(0));
            return running;
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            reads.leave(0);
            return CompletableFuture.failedFuture(DriverFailures.toStoreException(failure));
        }
    }
}
