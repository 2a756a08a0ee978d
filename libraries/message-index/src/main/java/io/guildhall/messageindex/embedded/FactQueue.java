package io.guildhall.messageindex.embedded;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.Documents;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.observability.process.Guard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/**
 * What is told on its way into an index: whatever waits goes in together, in order, and is made safe by one commit. How much waits is
 * bounded by those who tell: they keep the next facts until they hear of these.
 */
final class FactQueue implements AutoCloseable {
    private static final int MOST_TOGETHER = 1_000;

    /** A commit costs the same for one fact as for many, and leaves files that are put together later: under load many share one. */
    private static final Duration BETWEEN_COMMITS = Duration.ofMillis(50);

    private record Waiting(Runnable work, CompletableFuture<Void> safe) {}

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final MessageIndex index;
    private final Thread writer;
    private volatile boolean closing;

    FactQueue(MessageIndex index) {
        this.index = index;
        this.writer = Thread.ofPlatform().daemon().name("message-index").start(this::run);
    }

    CompletionStage<?> add(List<Told> facts) {
        return add(() -> index.apply(facts.stream().flatMap(FactQueue::changes).toList()));
    }

    /** Work on the index that takes its turn among the facts. */
    CompletionStage<?> add(Runnable work) {
        Waiting told = new Waiting(work, new CompletableFuture<>());
        waiting.add(told);
        if (closing) {
            refuseRest();
        }
        return told.safe();
    }

    /** What is being written is written; the thread is not interrupted, for that would close the files under the index. */
    @Override
    public void close() {
        closing = true;
        waiting.add(new Waiting(() -> {}, new CompletableFuture<>()));
        try {
            writer.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        refuseRest();
    }

    private void refuseRest() {
        for (Waiting told = waiting.poll(); told != null; told = waiting.poll()) {
            told.safe().completeExceptionally(new IllegalStateException("the process ends"));
        }
    }

    private void run() {
        try {
            while (!closing) {
                List<Waiting> batch = new ArrayList<>();
                batch.add(waiting.take());
                waiting.drainTo(batch, MOST_TOGETHER - 1);
                long begun = System.nanoTime();
                Guard.PROCESS.run("Writing to the index", () -> write(batch));
                Thread.sleep(BETWEEN_COMMITS.minusNanos(System.nanoTime() - begun));
            }
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> batch) {
        List<Waiting> done = new ArrayList<>();
        for (Waiting told : batch) {
            try {
                told.work().run();
                done.add(told);
            } catch (Throwable failure) {
                Guard.PROCESS.check(failure);
                told.safe().completeExceptionally(failure);
            }
        }
        try {
            index.commit();
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            done.forEach(told -> told.safe().completeExceptionally(failure));
            return;
        }
        done.forEach(told -> told.safe().complete(null));
    }

    private static Stream<Change> changes(Told told) {
        Version version = told.version();
        return switch (told.fact()) {
            case MessageFact.Is(long home, var message) ->
                Stream.of(new Change.Put(Documents.of(home, message), version));
            case MessageFact.Gone(long home, List<Long> messages) ->
                messages.stream().map(message -> new Change.Remove(message, version));
            case MessageFact.ChannelGone(long home, long channel) -> Stream.of(new Change.RemoveChannel(channel));
            case MessageFact.HomeGone(long home) -> Stream.of(new Change.RemoveHome(home));
        };
    }
}
