package io.guildhall.storage.flight;

import static io.guildhall.storage.store.Stores.batch;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Flights where other proxies serve the same store. */
class SharingElsewhereTest {
    private static final ReadRequest PAGE =
            Read.from(Messages.TABLE, 1L, 2L).limit(50).build();
    private static final WriteRequest WRITE =
            batch(Write.to(Messages.TABLE, 1L, 2L, 3L).build());

    private final HeldStore store = new HeldStore();
    private final HeldSharing sharing = new HeldSharing();
    private final Flights flights =
            new Flights(store, sharing, new FlightLimits(9, 9, 9, 3, Duration.ofSeconds(4)), FlightObserver.NONE);

    @Test
    void aCrowdWhoseReadsMeetElsewhereMakesTwoReads() {
        sharing.period = Sharing.ELSEWHERE;
        CompletableFuture<ReadReply> first = flights.read(PAGE);
        CompletableFuture<ReadReply> second = flights.read(PAGE);
        CompletableFuture<ReadReply> third = flights.read(PAGE);
        assertThat(store.reads).hasSize(1);

        store.reads.getFirst().complete(ReadReply.getDefaultInstance());
        assertThat(first).isDone();
        assertThat(second).isNotDone();
        assertThat(store.reads).hasSize(2);

        store.reads.getLast().complete(ReadReply.getDefaultInstance());
        assertThat(second).isDone();
        assertThat(third).isDone();
        assertThat(flights.running()).isZero();
        assertThat(flights.waiting()).isZero();
    }

    @Test
    void whoComesWhileTheSecondReadFliesWaitsForAThird() {
        sharing.period = Sharing.ELSEWHERE;
        flights.read(PAGE);
        flights.read(PAGE);
        store.reads.getFirst().complete(ReadReply.getDefaultInstance());
        CompletableFuture<ReadReply> third = flights.read(PAGE);
        store.reads.get(1).complete(ReadReply.getDefaultInstance());

        assertThat(third).isNotDone();
        assertThat(store.reads).hasSize(3);
    }

    @Test
    void whenAllWhoWaitForTheNextReadLeaveThereIsNone() {
        sharing.period = Sharing.ELSEWHERE;
        flights.read(PAGE);
        flights.read(PAGE).cancel(true);
        store.reads.getFirst().complete(ReadReply.getDefaultInstance());

        assertThat(store.reads).hasSize(1);
        assertThat(flights.running()).isZero();
    }

    @Test
    void whenTheReadBeforeIsCancelledTheNextBegins() {
        sharing.period = Sharing.ELSEWHERE;
        CompletableFuture<ReadReply> first = flights.read(PAGE);
        CompletableFuture<ReadReply> second = flights.read(PAGE);
        first.cancel(true);

        assertThat(store.reads).hasSize(2);
        store.reads.getLast().complete(ReadReply.getDefaultInstance());
        assertThat(second).isDone();
    }

    @Test
    void whenTheReadBeforeFailsTheNextBeginsAllTheSame() {
        sharing.period = Sharing.ELSEWHERE;
        flights.read(PAGE);
        CompletableFuture<ReadReply> second = flights.read(PAGE);
        store.reads.getFirst().completeExceptionally(new StoreException(StoreException.Reason.FAILED, "disk"));
        store.reads.getLast().complete(ReadReply.getDefaultInstance());

        assertThat(second).isCompletedWithValue(ReadReply.getDefaultInstance());
    }

    @Test
    void aReadOfAnEarlierPeriodIsNotJoined() {
        flights.read(PAGE);
        sharing.period++;
        flights.read(PAGE);

        assertThat(store.reads).hasSize(2);
    }

    @Test
    void afterTheLandingOfALoneFlightNobodyJoinsASharedOneWhichMayBeOlder() {
        sharing.period = Sharing.ELSEWHERE;
        flights.read(PAGE);
        sharing.period = 0;
        flights.read(PAGE);
        store.reads.getFirst().complete(ReadReply.getDefaultInstance());
        flights.read(PAGE);

        assertThat(store.reads).hasSize(3);
    }

    @Test
    void aWriteIsAcknowledgedWhenTheOthersWereTold() {
        CompletableFuture<WriteReply> write = flights.write(WRITE);
        assertThat(sharing.ends).isEmpty();
        store.writes.getFirst().complete(WriteReply.getDefaultInstance());

        assertThat(write).isNotDone();
        sharing.ends.getFirst().complete(null);
        assertThat(write).isCompletedWithValue(WriteReply.getDefaultInstance());
    }

    @Test
    void aWriteThatFailedMayHaveHappenedAndIsToldOfToo() {
        CompletableFuture<WriteReply> write = flights.write(WRITE);
        store.writes.getFirst().completeExceptionally(new StoreException(StoreException.Reason.FAILED, "disk"));

        assertThat(write).isNotDone();
        sharing.ends.getFirst().complete(null);
        assertThat(write).isCompletedExceptionally();
    }

    @Test
    void aWriteThatWasRefusedNeedNotBeToldOf() {
        CompletableFuture<WriteReply> write = flights.write(WRITE);
        store.writes.getFirst().completeExceptionally(new StoreException(StoreException.Reason.OVERLOADED, "full"));

        assertThat(sharing.ends).isEmpty();
        assertThat(write).isCompletedExceptionally();
    }

    @Test
    void writesThatWaitForOthersHaveABound() {
        for (int write = 0; write < 3; write++) {
            flights.write(WRITE);
            store.writes.get(write).complete(WriteReply.getDefaultInstance());
        }

        assertThat(flights.write(WRITE)).isCompletedExceptionally();
        assertThat(store.writes).hasSize(3);
        sharing.ends.forEach(end -> end.complete(null));
        assertThat(flights.write(WRITE)).isNotDone();
    }
}
