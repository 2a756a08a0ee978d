package io.guildhall.messageindex.embedded;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.Documents;
import io.guildhall.model.fact.MessageFact;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/**
 * Facts on their way into an index: whatever waits goes in together and is made safe by one commit. How much waits is bounded by those
 * who tell: they keep the next fact until they hear of this one.
 */
final class FactQueue implements AutoCloseable {
    private static final int MOST_TOGETHER = 1_000;

    private record Waiting(Version version, MessageFact fact, CompletableFuture<Void> safe) {}

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final MessageIndex index;
    private final Thread writer;

    FactQueue(MessageIndex index) {
        this.index = index;
        this.writer = Thread.ofPlatform().daemon().name("message-index").start(this::run);
    }

    CompletionStage<?> add(Version version, MessageFact fact) {
        Waiting told = new Waiting(version, fact, new CompletableFuture<>());
        waiting.add(told);
        return told.safe();
    }

    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                List<Waiting> batch = new ArrayList<>();
                batch.add(waiting.take());
                waiting.drainTo(batch, MOST_TOGETHER - 1);
                write(batch);
            }
        } catch (InterruptedException closed) {
            waiting.forEach(told -> told.safe().completeExceptionally(closed));
        }
    }

    private void write(List<Waiting> batch) {
        try {
            index.apply(batch.stream().flatMap(FactQueue::changes).toList());
            index.commit();
        } catch (RuntimeException failure) {
            batch.forEach(told -> told.safe().completeExceptionally(failure));
            return;
        }
        batch.forEach(told -> told.safe().complete(null));
    }

    private static Stream<Change> changes(Waiting told) {
        return switch (told.fact()) {
            case MessageFact.Is(long home, var message) ->
                Stream.of(new Change.Put(Documents.of(home, message), told.version()));
            case MessageFact.Gone(long home, List<Long> messages) ->
                messages.stream().map(message -> new Change.Remove(message, told.version()));
            case MessageFact.ChannelGone(long home, long channel) -> Stream.of(new Change.RemoveChannel(channel));
            case MessageFact.HomeGone(long home) -> Stream.of(new Change.RemoveHome(home));
        };
    }
}
