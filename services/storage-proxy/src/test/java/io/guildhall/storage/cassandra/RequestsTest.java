package io.guildhall.storage.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.guildhall.storage.store.StoreException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private final List<Statement<?>> sent = new ArrayList<>();
    private final List<CompletableFuture<AsyncResultSet>> running = new ArrayList<>();
    private final Requests requests =
            new Requests(session(), CassandraOptions.defaults("chat"), CassandraObserver.NONE, Runnable::run);

    @Test
    void givingUpTheAnswerGivesUpTheRequest() {
        CompletableFuture<AsyncResultSet> answer = send(RequestKind.READ, requests.deadline());
        assertThat(running.getFirst()).isNotDone();
        answer.cancel(true);

        assertThat(running.getFirst()).isCancelled();
        assertThat(sent).hasSize(1);
    }

    @Test
    void aRequestThatTimedOutIsMadeAgainAndThenFails() {
        CompletableFuture<AsyncResultSet> answer = send(RequestKind.WRITE, requests.deadline());
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(answer).isNotDone();
            running.get(attempt).completeExceptionally(new DriverTimeoutException("late"));
        }

        assertThat(sent).hasSize(3).allMatch(statement -> Boolean.TRUE.equals(statement.isIdempotent()));
        assertThat(reason(answer)).isEqualTo(StoreException.Reason.TIMED_OUT);
    }

    @Test
    void aClaimIsNeverMadeAgain() {
        CompletableFuture<AsyncResultSet> answer = send(RequestKind.CLAIM, requests.deadline());
        running.getFirst().completeExceptionally(new DriverTimeoutException("late"));

        assertThat(reason(answer)).isEqualTo(StoreException.Reason.TIMED_OUT);
        assertThat(sent).hasSize(1).allMatch(statement -> Boolean.FALSE.equals(statement.isIdempotent()));
    }

    @Test
    void nothingIsSentAfterTheDeadline() {
        CompletableFuture<AsyncResultSet> answer = send(RequestKind.READ, Deadline.after(Duration.ZERO));

        assertThat(reason(answer)).isEqualTo(StoreException.Reason.TIMED_OUT);
        assertThat(sent).isEmpty();
    }

    @Test
    void onlyReadsUseTheProfileOfReads() {
        send(RequestKind.READ, requests.deadline());
        send(RequestKind.WRITE, requests.deadline());

        assertThat(sent).extracting(Statement::getExecutionProfileName).containsExactly(DriverSettings.READS, null);
    }

    private CompletableFuture<AsyncResultSet> send(RequestKind kind, Deadline deadline) {
        return requests.send(
                kind, () -> CompletableFuture.completedFuture(SimpleStatement.newInstance("SELECT 1")), deadline);
    }

    private static StoreException.Reason reason(CompletableFuture<?> answer) {
        try {
            answer.join();
            throw new AssertionError("answered");
        } catch (CompletionException failure) {
            return ((StoreException) failure.getCause()).reason();
        }
    }

    /** A session that answers when the test says so, and can nothing else. */
    private CqlSession session() {
        return (CqlSession) Proxy.newProxyInstance(
                CqlSession.class.getClassLoader(), new Class<?>[] {CqlSession.class}, (proxy, method, arguments) -> {
                    sent.add((Statement<?>) arguments[0]);
                    running.add(new CompletableFuture<>());
                    return running.getLast();
                });
    }
}
