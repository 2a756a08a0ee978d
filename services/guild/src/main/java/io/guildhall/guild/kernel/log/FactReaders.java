package io.guildhall.guild.kernel.log;

import io.guildhall.model.fact.FactReader;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Several readers as one. Each is given the facts of its topics; they are safe when they are with all, and when one fails they come again
 * to all. So a reader that others are not to wait for completes soon.
 */
public record FactReaders(List<FactReader> readers) implements FactReader {
    /** Empty when there is none. */
    public static Optional<FactReader> of(List<FactReader> readers) {
        return readers.isEmpty() ? Optional.empty() : Optional.of(new FactReaders(List.copyOf(readers)));
    }

    @Override
    public boolean reads(String topic) {
        return readers.stream().anyMatch(reader -> reader.reads(topic));
    }

    @Override
    public void begins(ActorKey actor, long epoch) {
        readers.forEach(reader -> reader.begins(actor, epoch));
    }

    @Override
    public CompletionStage<?> take(ActorKey actor, List<LogEntry> facts) {
        return all(reader -> {
            List<LogEntry> own = facts.stream()
                    .filter(entry -> reader.reads(entry.getFact().getTopic()))
                    .toList();
            return own.isEmpty() ? CompletableFuture.completedFuture(null) : reader.take(actor, own);
        });
    }

    @Override
    public CompletionStage<?> gap(ActorKey actor, Position after) {
        return all(reader -> reader.gap(actor, after));
    }

    private CompletionStage<?> all(Function<FactReader, CompletionStage<?>> part) {
        return CompletableFuture.allOf(readers.stream()
                .map(reader -> part.apply(reader).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }
}
