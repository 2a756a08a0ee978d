package io.guildhall.guild.kernel.log;

import io.guildhall.model.fact.FactReader;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Brings facts to their reader. */
record FactDelivery(FactReader reader) implements Destination {
    private static final int MOST_TOGETHER = 256;

    boolean reads(String topic) {
        return reader.reads(topic);
    }

    @Override
    public Object line(LogEntry entry) {
        return entry.getFact().getKey();
    }

    @Override
    public int together() {
        return MOST_TOGETHER;
    }

    @Override
    public CompletionStage<Receipts> offer(ActorKey source, List<LogEntry> entries) {
        return reader.take(source, entries)
                .handle((taken, failure) ->
                        failure == null ? Receipts.taken(entries.size()) : Receipts.of(EntryReceipt.LATER));
    }

    /** Whoever reads facts waits for nothing. */
    @Override
    public OverdueNotice overdue(List<LogEntry> entries) {
        return () -> true;
    }

    @Override
    public CompletionStage<?> gap(ActorKey source, Position after) {
        return reader.gap(source, after);
    }
}
