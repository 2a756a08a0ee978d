package io.guildhall.storage.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Messages;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Callers that go away, and reads that take too long. */
class LeavingTest {
    private static final ReadRequest PAGE =
            Read.from(Messages.TABLE, 1L, 2L).limit(50).build();
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    private final HeldStore store = new HeldStore();
    private final HeldAlarms alarms = new HeldAlarms();
    private final AtomicLong nanoTime = new AtomicLong();
    private final Flights flights = new Flights(
            store, Sharing.HERE, new FlightLimits(3, 4, 10, 20, DEADLINE), FlightObserver.NONE, alarms, nanoTime::get);

    @Test
    void theReadGoesOnForThoseWhoStay() {
        CompletableFuture<ReadReply> leaving = flights.read(PAGE);
        CompletableFuture<ReadReply> staying = flights.read(PAGE);

        leaving.cancel(true);
        store.reads.getFirst().complete(ReadReply.getDefaultInstance());

        assertThat(staying).isCompletedWithValue(ReadReply.getDefaultInstance());
        assertThat(flights.waiting()).isZero();
    }

    @Test
    void whenTheLastOneLeavesTheStoresReadIsCancelled() {
        CompletableFuture<ReadReply> first = flights.read(PAGE);
        CompletableFuture<ReadReply> second = flights.read(PAGE);

        first.cancel(true);
        assertThat(store.reads.getFirst()).isNotDone();
        second.cancel(true);

        assertThat(store.reads.getFirst()).isCancelled();
        assertThat(flights.running()).isZero();
        assertThat(flights.waiting()).isZero();
        assertThat(alarms.waiting()).isZero();
    }

    @Test
    void nobodyJoinsAReadThatWasCancelled() {
        flights.read(PAGE).cancel(true);

        assertThat(flights.read(PAGE)).isNotDone();
        assertThat(store.reads).hasSize(2);
    }

    @Test
    void leavingTwiceCountsOnce() {
        CompletableFuture<ReadReply> leaving = flights.read(PAGE);
        flights.read(PAGE);

        leaving.cancel(true);
        leaving.cancel(true);

        assertThat(flights.waiting()).isOne();
    }

    @Test
    void callersThatComeAndGoLeaveNothingBehind() {
        flights.read(PAGE);
        for (int visitor = 0; visitor < 100_000; visitor++) {
            flights.read(PAGE).cancel(true);
        }

        assertThat(store.reads).hasSize(1);
        assertThat(flights.waiting()).isOne();
    }

    @Test
    void aReadThatTakesTooLongFailsForEveryoneAndIsCancelled() {
        CompletableFuture<ReadReply> first = flights.read(PAGE);
        CompletableFuture<ReadReply> second = flights.read(PAGE);

        alarms.ringAll();

        assertThatThrownBy(first::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(LateFlightException.class);
        assertThat(second).isCompletedExceptionally();
        assertThat(store.reads.getFirst()).isCancelled();
        assertThat(flights.running()).isZero();
        assertThat(flights.read(PAGE)).isNotDone();
    }

    @Test
    void aReadThatIsOverdueIsNotJoinedEvenWhenItsAlarmIsLate() {
        flights.read(PAGE);

        nanoTime.addAndGet(DEADLINE.toNanos() - 1);
        flights.read(PAGE);
        assertThat(store.reads).hasSize(1);
        nanoTime.addAndGet(1);
        flights.read(PAGE);

        assertThat(store.reads).hasSize(2);
    }

    @Test
    void aReadThatAnswersCallsItsAlarmOff() {
        flights.read(PAGE);
        store.reads.getFirst().complete(ReadReply.getDefaultInstance());

        assertThat(alarms.waiting()).isZero();
    }
}
