package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Blocking access to the store for code on virtual threads. */
public interface StorageFacade {
    /** Rows of one partition, in the order asked for. */
    List<RowView> read(Table table, ReadRequest request);

    /**
     * A batch with its times, which are above those of every batch made before: whoever writes it again repeats the same and
     * changes nothing that came after it. A store that applies writes as they come needs no times.
     */
    default WriteRequest batch(List<Mutation> mutations) {
        return WriteRequest.newBuilder().addAllMutations(mutations).build();
    }

    /**
     * Writes all or nothing; completes when durable. Otherwise the stage fails with a {@link StorageUnavailable}: with a
     * {@link WriteRefusedException} when nothing was written by this call, with a {@link FencedException} when the batch's fence is
     * of an epoch that is over, and with none of these when the outcome is not known. After an attempt whose outcome is
     * not known, that another one of the same batch was refused does not say that nothing was written.
     */
    CompletionStage<?> write(WriteRequest batch);

    /**
     * Writes a batch of one conditional upsert, made with {@code ifAbsent()} or {@code ifCell()}, and blocks until it is durable; false
     * when the condition did not hold.
     *
     * @throws StorageUnavailable as {@link #write(WriteRequest)} fails
     */
    boolean writeConditional(WriteRequest batch);

    /** As {@link #write(WriteRequest)}, once. */
    default CompletionStage<?> write(List<Mutation> mutations) {
        return write(batch(mutations));
    }

    /** Writes one upsert made with {@code ifAbsent()}; false when the row was there already. */
    default boolean writeIfAbsent(Mutation mutation) {
        return writeConditional(batch(List.of(mutation)));
    }

    /** Writes all or nothing and blocks until it is durable. */
    default void writeNow(List<Mutation> mutations) {
        try {
            write(mutations).toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof StorageUnavailable known
                    ? known
                    : new StorageUnavailable("a write failed", failure);
        }
    }

    /** The same store for the owner of an actor in one epoch: its batches carry the fence. */
    default StorageFacade fencedBy(Fence fence) {
        return new FencedStorage(this, fence);
    }

    /** The one row with this whole key. */
    default Optional<RowView> row(Table table, Object... key) {
        return read(table, Read.row(table, key)).stream().findFirst();
    }

    /** Every row of a partition, page by page; the table's clustering key must be one column. */
    default List<RowView> all(Table table, Object... partition) {
        List<RowView> rows = new ArrayList<>();
        List<RowView> page = read(table, Read.from(table, partition).build());
        rows.addAll(page);
        while (page.size() == Read.MAX_LIMIT) {
            Object last = page.getLast().get(table.columns().get(table.partitionColumns()));
            page = read(table, Read.from(table, partition).after(last).build());
            rows.addAll(page);
        }
        return rows;
    }
}
