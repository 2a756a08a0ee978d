package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Brings facts to their reader. */
record FactDelivery(FactReader reader) implements Destination {
    @Override
    public Object line(LogEntry entry) {
        return entry.getFact().getKey();
    }

    @Override
    public int together() {
        return 1;
    }

    @Override
    public CompletionStage<Receipts> offer(ActorKey source, List<LogEntry> entries) {
        LogEntry fact = entries.getFirst();
        return reader.take(source, fact.getPosition(), fact.getFact())
                .handle((taken, failure) -> Receipts.of(failure == null ? Receipt.TAKEN : Receipt.LATER));
    }

    @Override
    public CompletionStage<?> gap(ActorKey source, Position after) {
        return reader.gap(source, after);
    }
}
