package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A store that can take a write, say nothing, and let it land when everybody has forgotten it. */
final class LateStorage implements StorageFacade {
    private final InMemoryStorage rows = new InMemoryStorage();
    private final Deque<WriteRequest> late = new ArrayDeque<>();
    private boolean slow;

    /** From now on nothing that is written lands. */
    synchronized void slow() {
        slow = true;
    }

    /** From now on everything lands that is written. */
    synchronized void recover() {
        slow = false;
    }

    /** What was written while the store was slow lands. */
    synchronized void land() {
        late.forEach(rows::write);
        late.clear();
    }

    synchronized boolean owes() {
        return !late.isEmpty();
    }

    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        return rows.read(table, request);
    }

    @Override
    public WriteRequest batch(List<Mutation> mutations) {
        return rows.batch(mutations);
    }

    @Override
    public synchronized CompletionStage<?> write(WriteRequest batch) {
        if (!slow) {
            return rows.write(batch);
        }
        late.add(batch);
        return new CompletableFuture<>();
    }

    @Override
    public boolean writeConditional(WriteRequest batch) {
        return rows.writeConditional(batch);
    }
}
