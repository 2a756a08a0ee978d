package io.guildhall.storage.moving;

import static io.guildhall.storage.store.Stores.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.cassandra.WriteClock;
import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.StoreException;
import io.guildhall.testing.ManualClock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DualStoreTest {
    private static final int WRITES_AT_ONCE = 3;

    private final PromptedStore first = new PromptedStore();
    private final PromptedStore second = new PromptedStore();
    private final ManualClock clock = new ManualClock();
    private final DualStore store = dual(first, DualStore.Times.BY_ARRIVAL);

    @Test
    void aWriteIsAcknowledgedWhenItIsInBoth() {
        CompletableFuture<WriteReply> reply = store.write(user(1));
        first.answer(true);
        assertThat(reply).isNotDone();
        second.answer(true);
        assertThat(reply).isCompletedWithValueMatching(WriteReply::getApplied);

        CompletableFuture<WriteReply> other = store.write(user(2));
        second.answer(true);
        assertThat(other).isNotDone();
        first.answer(true);
        assertThat(other).isCompleted();
    }

    @Test
    void bothGetTheSameMutationsAtTheSameRisingTimes() {
        WriteRequest two = batch(user(1).getMutations(0), user(2).getMutations(0));
        store.write(two.toBuilder().setTimestamp(77).build());
        store.write(two);

        assertThat(first.requests).isEqualTo(second.requests);
        assertThat(first.requests.get(0).getMutationsList()).isEqualTo(two.getMutationsList());
        long time = first.requests.get(0).getTimestamp();
        assertThat(time).isEqualTo(clock.millis() * 1_000);
        assertThat(first.requests.get(1).getTimestamp()).isEqualTo(time + 2);
    }

    @Test
    void timesOfCallersAreKeptWhereTheFirstStoreGoesByThem() {
        DualStore byCaller = dual(first, DualStore.Times.BY_CALLER);
        byCaller.write(user(1).toBuilder().setTimestamp(77).build());
        byCaller.write(user(1));

        assertThat(second.requests.get(0).getTimestamp()).isEqualTo(77);
        assertThat(second.requests.get(1).getTimestamp()).isEqualTo(clock.millis() * 1_000);
        assertThat(first.requests).isEqualTo(second.requests);
    }

    @Test
    void aWriteThatTheSecondDoesNotTakeFailsWithAnUnknownOutcome() {
        CompletableFuture<WriteReply> reply = store.write(user(1));
        second.fail(new StoreException(StoreException.Reason.OVERLOADED, "too much"));
        assertThat(reply).isNotDone();
        first.answer(true);

        assertFailed(reply, "the second store may not have the write: too much");
    }

    @Test
    void aWriteThatOnlyTheSecondTookFailsWithAnUnknownOutcome() {
        CompletableFuture<WriteReply> reply = store.write(user(1));
        second.answer(true);
        first.fail(new StoreException(StoreException.Reason.OVERLOADED, "too much"));

        assertFailed(reply, "the write failed, but the second store has it");
    }

    @Test
    void whatTheFirstRefusesAtOnceIsNotSentToTheSecond() {
        DualStore refusing = dual(new RefusingStore(), DualStore.Times.BY_ARRIVAL);

        CompletableFuture<WriteReply> reply = refusing.write(user(1));

        assertThat(second.requests).isEmpty();
        assertThatThrownBy(reply::join).cause().isInstanceOfSatisfying(StoreException.class, refusal -> assertThat(
                        refusal.reason())
                .isEqualTo(StoreException.Reason.OVERLOADED));
    }

    @Test
    void theFirstDecidesAClaimAndTheSecondTakesWhatItTook() {
        CompletableFuture<WriteReply> taken = store.write(claim(1));
        assertThat(second.requests).isEmpty();
        first.answer(true);
        assertThat(second.requests.getFirst().getMutations(0).getUpsert().getIfAbsent())
                .isFalse();
        assertThat(second.requests.getFirst().getTimestamp())
                .isEqualTo(first.requests.getFirst().getTimestamp());
        assertThat(taken).isNotDone();
        second.answer(true);
        assertThat(taken).isCompletedWithValueMatching(WriteReply::getApplied);

        CompletableFuture<WriteReply> refused = store.write(claim(1));
        first.answer(false);
        assertThat(refused).isCompletedWithValueMatching(reply -> !reply.getApplied());
        assertThat(second.requests).hasSize(1);
    }

    @Test
    void oneWriteMoreThanMayBeUnderWayIsRefused() {
        for (int write = 0; write < WRITES_AT_ONCE; write++) {
            store.write(user(write));
        }
        assertThatThrownBy(() -> store.write(user(9)).join()).hasMessageContaining("overloaded");
        assertThat(first.requests).hasSize(WRITES_AT_ONCE);

        first.answer(true);
        second.answer(true);
        assertThat(store.write(user(9))).isNotDone();
        assertThat(first.requests).hasSize(WRITES_AT_ONCE + 1);
    }

    @Test
    void itIsReadyWhenBothAreAndClosesBoth() {
        assertThat(store.ready()).isTrue();
        assertThat(store.read(Read.row(Users.TABLE, 1L))).isCompleted();
        second.closed = true;
        assertThat(store.ready()).isFalse();
        second.closed = false;
        store.close();

        assertThat(first.closed).isTrue();
        assertThat(second.closed).isTrue();
    }

    private DualStore dual(Store primary, DualStore.Times times) {
        return new DualStore(primary, second, times, new WriteClock(clock), WRITES_AT_ONCE, DualObserver.NONE);
    }

    private static void assertFailed(CompletableFuture<WriteReply> reply, String message) {
        assertThatThrownBy(reply::join)
                .hasMessageContaining(message)
                .cause()
                .isInstanceOfSatisfying(StoreException.class, failure -> assertThat(failure.reason())
                        .isEqualTo(StoreException.Reason.FAILED));
    }

    private static WriteRequest user(long id) {
        return batch(Write.to(Users.TABLE, id).build());
    }

    private static WriteRequest claim(long id) {
        return batch(Write.to(Users.TABLE, id).ifAbsent().build());
    }

    private static final class RefusingStore implements Store {
        @Override
        public CompletableFuture<ReadReply> read(ReadRequest request) {
            return refused();
        }

        @Override
        public CompletableFuture<WriteReply> write(WriteRequest request) {
            return refused();
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public void close() {}

        private static <T> CompletableFuture<T> refused() {
            return CompletableFuture.failedFuture(new StoreException(StoreException.Reason.OVERLOADED, "too much"));
        }
    }
}
