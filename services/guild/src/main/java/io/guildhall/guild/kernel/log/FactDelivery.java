package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import java.util.concurrent.CompletionStage;

/** Brings facts to their reader. */
record FactDelivery(FactReader reader) implements Destination {
    @Override
    public Object line(LogEntry entry) {
        return entry.getFact().getKey();
    }

    @Override
    public CompletionStage<Receipt> offer(ActorKey source, LogEntry entry) {
        return reader.take(source, entry.getPosition(), entry.getFact())
                .handle((taken, failure) -> failure == null ? Receipt.TAKEN : Receipt.LATER);
    }

    @Override
    public CompletionStage<?> gap(ActorKey source, Position after) {
        return reader.gap(source, after);
    }
}
