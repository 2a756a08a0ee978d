package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Bans;
import io.guildhall.model.table.catalogue.Messages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Random writes by an actor and reads in between, while the store lags as it likes: every read must be what a store would give
 * in which each write took place at once. Writes land between a read's pages too, and a read may have been made some turns ago.
 */
class OverlayPropertyTest {
    private static final long PARTITION = 5;
    private static final long SLICE = 6;
    private static final int ROWS = 12;

    @Property(tries = 400)
    void aReadShowsWhatTheActorHasSubmittedHoweverFarTheStoreIs(@ForAll long seed) {
        new Run(new Random(seed), Messages.TABLE).run();
        new Run(new Random(seed), Bans.TABLE).run();
    }

    private record Begun(ReadRequest request, Foreseen reads) {}

    /** As stores read: a row without its table's required column is none, and does not count for the limit. */
    private static List<RowView> visible(InMemoryStorage rows, Table table, ReadRequest request) {
        return rows.read(table, request.toBuilder().setLimit(Read.MAX_LIMIT).build()).stream()
                .filter(row ->
                        table.required().isEmpty() || row.has(table.required().get()))
                .limit(request.getLimit())
                .toList();
    }

    private static final class Run {
        private final Random random;
        private final Table table;
        private final InMemoryStorage model = new InMemoryStorage();
        private final LaggingStorage store;
        private final Pipeline pipeline;
        private final OverlaidStorage overlaid;
        private final Deque<Begun> foreseen = new ArrayDeque<>();

        Run(Random random, Table table) {
            this.random = random;
            this.table = table;
            this.store = new LaggingStorage(random);
            this.pipeline = new Pipeline(store, 1_000, (pause, action) -> action.run(), () -> {});
            this.overlaid = new OverlaidStorage(store, pipeline);
        }

        void run() {
            for (int step = 0; step < 60; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> write();
                    case 1 -> store.mayLand();
                    case 2 -> begin();
                    default -> check(request());
                }
            }
            while (!foreseen.isEmpty()) {
                check(foreseen.peek().request());
            }
        }

        private void write() {
            List<Mutation> mutations = new ArrayList<>();
            for (int index = random.nextInt(3); index >= 0; index--) {
                mutations.add(mutation());
            }
            model.write(mutations);
            pipeline.submit(new Commit(mutations, () -> {}, outcome -> {}, () -> {}));
        }

        private void begin() {
            ReadRequest request = request();
            foreseen.add(new Begun(
                    request, new Foreseen(List.of(request), (read, rows) -> List.of(), store, pipeline.unsettled())));
        }

        /** When reads were foreseen, the oldest of them is used now. */
        private void check(ReadRequest random) {
            Begun begun = foreseen.poll();
            ReadRequest request = begun == null ? random : begun.request();
            overlaid.use(Optional.ofNullable(begun).map(Begun::reads));
            List<RowView> found = overlaid.read(table, request);
            if (begun != null) {
                begun.reads().close();
            }
            assertThat(found).isEqualTo(visible(model, table, request));
        }

        private Mutation mutation() {
            return switch (random.nextInt(8)) {
                case 0, 1 -> Write.delete(table, key());
                case 2 -> Write.deleteThrough(table, partition(), clustering());
                case 3 -> random.nextInt(4) == 0 ? Write.deletePartition(table, partition()) : upsert();
                default -> upsert();
            };
        }

        /** Whole rows and parts of rows: a part of a row that is not there makes no row where the table requires more. */
        private Mutation upsert() {
            if (table == Bans.TABLE) {
                return Write.to(table, key())
                        .set(Bans.REASON, random.nextBoolean() ? "because " + random.nextInt(5) : null)
                        .build();
            }
            Write write = Write.to(table, key());
            if (random.nextBoolean()) {
                write.set(Messages.AUTHOR_ID, (long) random.nextInt(3));
            }
            // A whole row is written with every cell that a part of one may have had.
            return write.set(Messages.CONTENT, random.nextBoolean() ? "text " + random.nextInt(5) : null)
                    .build();
        }

        private ReadRequest request() {
            Read read = Read.from(table, partition()).limit(1 + random.nextInt(6));
            switch (random.nextInt(3)) {
                case 0 -> read.startingAt(clustering());
                case 1 -> read.after(clustering());
                default -> {}
            }
            switch (random.nextInt(3)) {
                case 0 -> read.endingAt(clustering());
                case 1 -> read.before(clustering());
                default -> {}
            }
            return random.nextBoolean() ? read.reversed().build() : read.build();
        }

        private Object[] partition() {
            return new Object[] {PARTITION, SLICE};
        }

        private Object[] key() {
            return new Object[] {PARTITION, SLICE, clustering()};
        }

        private long clustering() {
            return random.nextInt(ROWS);
        }
    }

    /** Writes wait until the test lets them land; while a page is read some may. */
    private static final class LaggingStorage implements StorageFacade {
        private final InMemoryStorage rows = new InMemoryStorage();
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private final Random random;

        LaggingStorage(Random random) {
            this.random = random;
        }

        synchronized void mayLand() {
            while (!waiting.isEmpty() && random.nextBoolean()) {
                waiting.poll().run();
            }
        }

        @Override
        public synchronized List<RowView> read(Table table, ReadRequest request) {
            mayLand();
            List<RowView> found = visible(rows, table, request);
            mayLand();
            return found;
        }

        @Override
        public synchronized CompletionStage<?> write(WriteRequest batch) {
            CompletableFuture<Object> done = new CompletableFuture<>();
            waiting.add(() -> {
                rows.write(batch);
                done.complete("written");
            });
            return done;
        }

        @Override
        public boolean writeConditional(WriteRequest batch) {
            throw new UnsupportedOperationException();
        }
    }
}
