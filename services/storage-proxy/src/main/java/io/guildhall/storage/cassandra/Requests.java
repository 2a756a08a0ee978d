package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Later;
import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Sends statements to the cluster, again where that is safe and there is time, and counts them. Answers come on threads that may
 * block. Cancelling a future gives up what the driver does for it.
 */
final class Requests {
    /** Before a request that reached nobody is made again; doubles each time. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final CqlSession session;
    private final CassandraOptions options;
    private final CassandraObserver observer;
    private final Executor threads;

    Requests(CqlSession session, CassandraOptions options, CassandraObserver observer, Executor threads) {
        this.session = session;
        this.options = options;
        this.observer = observer;
        this.threads = threads;
    }

    Deadline deadline() {
        return Deadline.after(options.deadline());
    }

    /** The first page of the answer, or a StoreException. */
    CompletableFuture<AsyncResultSet> send(
            RequestKind kind, Supplier<CompletableFuture<? extends Statement<?>>> statement, Deadline deadline) {
        CompletableFuture<AsyncResultSet> answer = new CompletableFuture<>();
        attempt(kind, statement, deadline, 1, answer);
        return answer;
    }

    private void attempt(
            RequestKind kind,
            Supplier<CompletableFuture<? extends Statement<?>>> statement,
            Deadline deadline,
            int number,
            CompletableFuture<AsyncResultSet> answer) {
        observer.requested(kind);
        long begun = System.nanoTime();
        CompletableFuture<AsyncResultSet> running;
        try {
            running = statement.get().thenCompose(ready -> execute(kind, ready, deadline, answer));
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            running = CompletableFuture.failedFuture(failure);
        }
        running.whenCompleteAsync(
                (result, failure) -> {
                    long nanos = System.nanoTime() - begun;
                    if (failure == null) {
                        observer.answered(kind, nanos, result.getExecutionInfo());
                        answer.complete(result);
                        return;
                    }
                    observer.failed(kind, nanos);
                    StoreException reason = DriverFailures.toStoreException(failure);
                    if (number < options.attempts() && !answer.isDone() && mayRepeat(kind, reason.reason(), deadline)) {
                        observer.retried(kind);
                        afterPause(reason.reason(), number)
                                .execute(() -> attempt(kind, statement, deadline, number + 1, answer));
                    } else {
                        answer.completeExceptionally(reason);
                    }
                },
                threads);
    }

    private CompletableFuture<AsyncResultSet> execute(
            RequestKind kind, Statement<?> statement, Deadline deadline, CompletableFuture<AsyncResultSet> answer) {
        Duration remaining = deadline.remaining();
        if (!remaining.isPositive()) {
            throw new CompletionException(
                    new StoreException(StoreException.Reason.TIMED_OUT, "the cluster did not answer in time"));
        }
        Statement<?> timed =
                remaining.compareTo(options.requestTimeout()) < 0 ? statement.setTimeout(remaining) : statement;
        // A claim that may have taken place must not be made again: it would find its own row.
        Statement<?> marked = timed.setIdempotent(kind != RequestKind.CLAIM);
        CompletableFuture<AsyncResultSet> running = session.executeAsync(
                        kind == RequestKind.READ ? marked.setExecutionProfileName(DriverSettings.READS) : marked)
                .toCompletableFuture();
        Cancellation.follows(answer, running);
        return running;
    }

    private static boolean mayRepeat(RequestKind kind, StoreException.Reason reason, Deadline deadline) {
        return switch (reason) {
            case TIMED_OUT, UNAVAILABLE ->
                kind != RequestKind.CLAIM && deadline.remaining().isPositive();
            case OVERLOADED, CLOSED, FENCED, FAILED -> false;
        };
    }

    /** A request that timed out has waited enough; one that reached nobody gives the driver a moment to find somebody. */
    private Executor afterPause(StoreException.Reason reason, int number) {
        return switch (reason) {
            case UNAVAILABLE -> Later.by(threads, FIRST_PAUSE.multipliedBy(1L << (number - 1)));
            case TIMED_OUT, OVERLOADED, CLOSED, FENCED, FAILED -> threads;
        };
    }
}
