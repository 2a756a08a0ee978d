package io.guildhall.guild.kernel.actor;

import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The store for handlers in the mailbox: a read shows what the actor has submitted to its pipeline, whether or not that is
 * written, and waits for none of it. Only a conditional write waits until everything is: the store must decide on what is there.
 */
final class OverlaidStorage implements StorageFacade {
    private final StorageFacade storage;
    private final Pipeline pipeline;
    private volatile Optional<Foreseen> foreseen = Optional.empty();

    /** The thread whose conditional writes are only tried. */
    private volatile Thread rehearsing;

    OverlaidStorage(StorageFacade storage, Pipeline pipeline) {
        this.storage = storage;
        this.pipeline = pipeline;
    }

    /** From now on these reads, made earlier, are used where they are asked for. */
    void use(Optional<Foreseen> reads) {
        foreseen = reads.filter(made -> made.isOf(pipeline));
    }

    /** Runs a handler for which conditions of writes are looked at, and nothing is written: its claims hold nothing. */
    void rehearse(Runnable handler) {
        foreseen = Optional.empty();
        rehearsing = Thread.currentThread();
        try {
            handler.run();
        } finally {
            rehearsing = null;
        }
    }

    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        List<Mutation> mutations = pipeline.unsettled().in(PartitionKey.of(request));
        return mutations.isEmpty()
                ? first(table, request)
                : new Overlay(table, request.getReverse(), mutations).read(request, stretch -> first(table, stretch));
    }

    private List<RowView> first(Table table, ReadRequest request) {
        return foreseen.flatMap(reads -> reads.find(request)).orElseGet(() -> storage.read(table, request));
    }

    @Override
    public WriteRequest batch(List<Mutation> mutations) {
        return storage.batch(mutations);
    }

    @Override
    public CompletionStage<?> write(WriteRequest batch) {
        if (rehearsing == Thread.currentThread()) {
            throw new IllegalStateException("a rehearsal writes nothing");
        }
        return storage.write(batch);
    }

    @Override
    public boolean writeConditional(WriteRequest batch) {
        if (rehearsing == Thread.currentThread()) {
            return holds(batch.getMutations(0));
        }
        pipeline.awaitDurable();
        pipeline.unsettled().forget();
        return storage.writeConditional(batch);
    }

    private boolean holds(Mutation mutation) {
        Table table = Catalogue.table(mutation.getTable());
        Upsert upsert = mutation.getUpsert();
        Optional<RowView> row =
                read(table, Read.rowOf(table, upsert.getKeyList())).stream().findFirst();
        return upsert.getIfAbsent()
                ? row.isEmpty()
                : upsert.getIfCellsList().stream()
                        .allMatch(cell -> row.map(found -> found.row().getValues(cell.getColumn()))
                                .orElse(Value.getDefaultInstance())
                                .equals(cell.getValue()));
    }
}
