package io.guildhall.storage.store;

import static io.guildhall.storage.store.Stores.batch;
import static io.guildhall.storage.store.Stores.rows;
import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorEpochs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What every store must do about conditions and owners. */
public abstract class StoreFencingContract extends StoreRowsContract {
    private static final long KIND = 1;
    private static final long ACTOR = 77;

    @Test
    void aConditionalUpsertIsWrittenOnlyWhileTheCellsAreAsExpected() {
        write(store, epoch(1, "a"));

        assertThat(write(store, next(1, 2, "b")).getApplied()).isTrue();
        assertThat(write(store, next(1, 2, "c")).getApplied()).isFalse();
        assertThat(row().get(ActorEpochs.NODE)).isEqualTo("b");
    }

    @Test
    void everyExpectedCellMustBeThere() {
        write(store, epoch(1, "a"));

        Mutation twice = Write.to(ActorEpochs.TABLE, KIND, ACTOR)
                .set(ActorEpochs.NODE, "b")
                .ifCell(ActorEpochs.EPOCH, 1L)
                .ifCell(ActorEpochs.NODE, "z")
                .build();
        assertThat(write(store, twice).getApplied()).isFalse();
        assertThat(row().get(ActorEpochs.NODE)).isEqualTo("a");
    }

    @Test
    void aCellThatIsExpectedToHaveNoValueHasNoneInARowThatIsNotThere() {
        Mutation first = Write.to(ActorEpochs.TABLE, KIND, ACTOR)
                .set(ActorEpochs.EPOCH, 1L)
                .ifCell(ActorEpochs.EPOCH, null)
                .build();

        assertThat(write(store, first).getApplied()).isTrue();
        assertThat(write(store, first).getApplied()).isFalse();
    }

    @Test
    void cellsThatAConditionalUpsertDoesNotNameStay() {
        write(store, epoch(1, "a"));

        write(
                store,
                Write.to(ActorEpochs.TABLE, KIND, ACTOR)
                        .set(ActorEpochs.EPOCH, 2L)
                        .ifCell(ActorEpochs.EPOCH, 1L)
                        .build());
        assertThat(row().get(ActorEpochs.NODE)).isEqualTo("a");
        assertThat(row().get(ActorEpochs.EPOCH)).isEqualTo(2);
    }

    @Test
    void ofManyThatExpectTheSameOneSucceeds() {
        write(store, epoch(1, "a"));
        List<CompletableFuture<WriteReply>> claims = new ArrayList<>();
        for (int claimant = 0; claimant < 20; claimant++) {
            claims.add(store.write(batch(next(1, 2, "node" + claimant))));
        }

        assertThat(claims.stream().filter(claim -> claim.join().getApplied())).hasSize(1);
    }

    @Test
    void theOwnerOfTheEpochThatWasClaimedLastWrites() {
        write(store, epoch(1, "a"));

        assertThat(store.write(fenced(1, 7)).join().getApplied()).isTrue();
        write(store, next(1, 2, "b"));
        assertThat(store.write(fenced(2, 8)).join().getApplied()).isTrue();
        assertThat(messages()).hasSize(2);
    }

    @Test
    void nobodyElseIsAcknowledged() {
        write(store, epoch(1, "a"));
        store.write(fenced(1, 6)).join();
        write(store, next(1, 2, "b"));

        assertFenced(fenced(1, 7));
        assertFenced(fenced(3, 8));
        assertThat(messages()).hasSize(1);
    }

    @Test
    void whereNoEpochWasClaimedNobodyIs() {
        assertFenced(fenced(1, 7));
    }

    @Test
    void aConditionalUpsertMayHaveAFenceToo() {
        write(store, epoch(1, "a"));
        WriteRequest claim = batch(message(7).ifAbsent().build()).toBuilder()
                .setFence(fence(1))
                .build();

        assertThat(store.write(claim).join().getApplied()).isTrue();
        assertThat(store.write(claim).join().getApplied()).isFalse();
        write(store, next(1, 2, "b"));
        assertFenced(claim);
    }

    @Test
    void anotherActorsEpochsDoNotMatter() {
        write(store, epoch(1, "a"));
        write(
                store,
                Write.to(ActorEpochs.TABLE, KIND, ACTOR + 1)
                        .set(ActorEpochs.EPOCH, 9L)
                        .ifAbsent()
                        .build());

        assertThat(store.write(fenced(1, 7)).join().getApplied()).isTrue();
    }

    @Test
    void whoClaimedIsAnsweredWhenNoOlderWriteIsUnderWay() {
        write(store, epoch(1, "a"));
        CompletableFuture<WriteReply> older = store.write(fenced(1, 7));
        write(store, next(1, 2, "b"));

        store.claimed(fence(2)).join();
        List<RowView> whenAnswered = messages();
        older.exceptionally(refused -> null).join();
        assertThat(messages()).isEqualTo(whenAnswered);
        assertFenced(fenced(1, 8));
        assertThat(store.write(fenced(2, 9)).join().getApplied()).isTrue();
    }

    /** Nothing is waited for in between, so that the write is on its way during both claims. */
    @Test
    void aWriteThatIsUnderWayDuringTwoClaimsIsThereOrRefusedWhenTheSecondIsAnswered() {
        write(store, epoch(1, "a"));
        List<CompletableFuture<WriteReply>> older = new ArrayList<>();
        older.add(store.write(fenced(1, 7)));
        CompletableFuture<WriteReply> first = store.write(batch(next(1, 2, "b")));
        older.add(store.write(fenced(1, 8)));
        older.add(store.write(fenced(2, 9)));
        assertThat(first.join().getApplied()).isTrue();
        CompletableFuture<WriteReply> second = store.write(batch(next(2, 3, "c")));
        older.add(store.write(fenced(1, 10)));
        assertThat(second.join().getApplied()).isTrue();
        store.claimed(fence(3)).join();
        List<RowView> whenAnswered = messages();

        long acknowledged = older.stream()
                .filter(write ->
                        write.handle((reply, failure) -> failure == null).join())
                .count();
        assertThat(messages()).isEqualTo(whenAnswered);
        assertThat((long) whenAnswered.size()).isGreaterThanOrEqualTo(acknowledged);
        assertFenced(fenced(1, 11));
        assertFenced(fenced(2, 12));
        assertThat(store.write(fenced(3, 13)).join().getApplied()).isTrue();
    }

    private void assertFenced(WriteRequest write) {
        assertThatThrownBy(() -> store.write(write).join())
                .hasCauseInstanceOf(StoreException.class)
                .cause()
                .extracting(failure -> ((StoreException) failure).reason())
                .isEqualTo(StoreException.Reason.FENCED);
    }

    private static WriteRequest fenced(long epoch, long message) {
        return batch(message(message).build()).toBuilder()
                .setFence(fence(epoch))
                .build();
    }

    private static Fence fence(long epoch) {
        return Fence.newBuilder()
                .setActorKind((int) KIND)
                .setActorId(ACTOR)
                .setEpoch(epoch)
                .build();
    }

    private static Mutation epoch(long epoch, String node) {
        return Write.to(ActorEpochs.TABLE, KIND, ACTOR)
                .set(ActorEpochs.EPOCH, epoch)
                .set(ActorEpochs.NODE, node)
                .ifAbsent()
                .build();
    }

    private static Mutation next(long before, long epoch, String node) {
        return Write.to(ActorEpochs.TABLE, KIND, ACTOR)
                .set(ActorEpochs.EPOCH, epoch)
                .set(ActorEpochs.NODE, node)
                .ifCell(ActorEpochs.EPOCH, before)
                .build();
    }

    private RowView row() {
        return rows(store, ActorEpochs.TABLE, Read.row(ActorEpochs.TABLE, KIND, ACTOR))
                .getFirst();
    }
}
