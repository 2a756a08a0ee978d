package io.guildhall.storage.flight;

import static io.guildhall.storage.store.Stores.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FlightsTest {
    private static final ReadRequest PAGE = page(50);
    private static final WriteRequest SAME_PARTITION =
            batch(Write.to(Messages.TABLE, 1L, 2L, 3L).build());
    private static final WriteRequest OTHER_PARTITION =
            batch(Write.to(Messages.TABLE, 1L, 9L, 3L).build());

    private final HeldStore store = new HeldStore();
    private final Flights flights = new Flights(
            store, Sharing.HERE, new FlightLimits(3, 4, 1_000, 2_000, Duration.ofSeconds(4)), FlightObserver.NONE);

    @Test
    void aThousandReadersOfOnePageMakeOneRead() {
        List<CompletableFuture<ReadReply>> readers = new ArrayList<>();
        for (int reader = 0; reader < 1_000; reader++) {
            readers.add(flights.read(PAGE));
        }
        store.reads.getFirst().complete(ReadReply.getDefaultInstance());

        assertThat(store.reads).hasSize(1);
        assertThat(readers).allMatch(CompletableFuture::isDone);
        assertThat(flights.running()).isZero();
    }

    /** A library that is not as it was compiled against, for instance. */
    @Test
    void anErrorOfTheStoreIsTheAnswerAndTakesNoPlaceForEver() {
        Flights broken = new Flights(
                new BrokenStore(),
                Sharing.HERE,
                new FlightLimits(3, 4, 1_000, 2_000, Duration.ofSeconds(4)),
                FlightObserver.NONE);
        for (int time = 0; time < 10; time++) {
            assertThat(broken.read(PAGE)).isCompletedExceptionally();
            assertThat(broken.write(SAME_PARTITION)).isCompletedExceptionally();
        }

        assertThat(broken.running()).isZero();
        assertThat(broken.waiting()).isZero();
    }

    @Test
    void anErrorWhileSharingEndsIsTheAnswerToTheWrite() {
        Flights broken = new Flights(
                store,
                new Sharing() {
                    @Override
                    public long period(PartitionKey partition) {
                        return 0;
                    }

                    @Override
                    public CompletableFuture<Void> end(Set<PartitionKey> written) {
                        throw new NoClassDefFoundError("gone");
                    }
                },
                new FlightLimits(3, 4, 1_000, 2_000, Duration.ofSeconds(4)),
                FlightObserver.NONE);
        CompletableFuture<WriteReply> write = broken.write(SAME_PARTITION);

        store.writes.getFirst().complete(WriteReply.getDefaultInstance());

        assertThat(write).isCompletedExceptionally();
    }

    @Test
    void differentReadsOfOnePartitionAreApart() {
        flights.read(PAGE);
        flights.read(page(51));

        assertThat(store.reads).hasSize(2);
    }

    @Test
    void aReadAfterTheFlightHasLandedStartsANewOne() {
        flights.read(PAGE);
        store.reads.getFirst().complete(ReadReply.getDefaultInstance());
        flights.read(PAGE);

        assertThat(store.reads).hasSize(2);
    }

    @Test
    void aReadThatBeginsAfterAnAcknowledgedWriteNeverJoinsAnOlderFlight() {
        flights.read(PAGE);
        CompletableFuture<WriteReply> write = flights.write(SAME_PARTITION);
        CompletableFuture<CompletableFuture<ReadReply>> after = write.thenApply(reply -> flights.read(PAGE));
        store.writes.getFirst().complete(WriteReply.getDefaultInstance());

        assertThat(store.reads).hasSize(2);
        store.reads.getFirst().complete(ReadReply.getDefaultInstance());
        assertThat(after.join()).isNotDone();
    }

    @Test
    void aWriteThatFailedMayHaveHappenedAndEndsSharingToo() {
        flights.read(PAGE);
        flights.write(SAME_PARTITION);
        store.writes.getFirst().completeExceptionally(new IllegalStateException("disk"));
        flights.read(PAGE);

        assertThat(store.reads).hasSize(2);
    }

    @Test
    void aWriteToAnotherPartitionLeavesTheFlightShared() {
        flights.read(PAGE);
        flights.write(OTHER_PARTITION);
        store.writes.getFirst().complete(WriteReply.getDefaultInstance());
        flights.read(PAGE);

        assertThat(store.reads).hasSize(1);
    }

    @Test
    void afterTheLandingOfAnOldFlightNobodyJoinsTheNextOneWhichMayBeOlder() {
        flights.read(PAGE);
        flights.write(SAME_PARTITION);
        store.writes.getFirst().complete(WriteReply.getDefaultInstance());
        CompletableFuture<ReadReply> next = flights.read(PAGE);
        store.reads.getFirst().complete(ReadReply.getDefaultInstance());

        assertThat(flights.read(PAGE)).isNotSameAs(next);
    }

    @Test
    void aPartitionHasABoundOnItsFlights() {
        for (int limit = 1; limit <= 3; limit++) {
            flights.read(page(limit));
        }

        assertThatThrownBy(() -> flights.read(page(4))).isInstanceOf(TooManyFlightsException.class);
        assertThat(flights.read(page(3))).isNotDone();
        store.reads.getFirst().complete(ReadReply.getDefaultInstance());
        assertThat(flights.read(page(4))).isNotDone();
    }

    @Test
    void allFlightsTogetherHaveABound() {
        for (long channel = 0; channel < 4; channel++) {
            flights.read(Read.from(Messages.TABLE, channel, 2L).build());
        }

        ReadRequest fifth = Read.from(Messages.TABLE, 4L, 2L).build();
        assertThatThrownBy(() -> flights.read(fifth)).isInstanceOf(TooManyFlightsException.class);
        assertThat(flights.running()).isEqualTo(4);
    }

    @Test
    void aFailedReadFailsEveryoneAboardAndNobodyAfter() {
        CompletableFuture<ReadReply> first = flights.read(PAGE);
        CompletableFuture<ReadReply> second = flights.read(PAGE);
        store.reads.getFirst().completeExceptionally(new IllegalStateException("disk"));

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
        assertThat(flights.read(PAGE)).isNotDone();
    }

    private static ReadRequest page(int limit) {
        return Read.from(Messages.TABLE, 1L, 2L).limit(limit).build();
    }
}
