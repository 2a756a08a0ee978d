package io.guildhall.storage.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.store.StoreException;
import io.guildhall.storage.store.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several proxies over a real cluster, some of which did not hear of a claim. */
class CassandraFencingTest {
    private static final Duration TRUST = Duration.ofMillis(1_500);
    private static final long KIND = 1;
    private static final long ACTOR = 5;
    private static final int CLAIMANTS = 8;

    private static TestKeyspace keyspace;

    private CassandraStore heard;
    private CassandraStore unheard;

    @BeforeAll
    static void openKeyspace() {
        keyspace = TestKeyspace.open(CassandraFencingTest.class);
    }

    @AfterAll
    static void closeKeyspace() {
        if (keyspace != null) {
            keyspace.close();
        }
    }

    @BeforeEach
    void openProxies() {
        keyspace.truncate(ActorEpochs.TABLE, Messages.TABLE);
        heard = proxy();
        unheard = proxy();
    }

    @AfterEach
    void closeProxies() {
        heard.close();
        unheard.close();
    }

    @Test
    void ofTwoProxiesThatClaimTheSameEpochOneSucceeds() {
        Stores.write(heard, first());
        CompletableFuture<WriteReply> one = heard.write(Stores.batch(next(1, "one")));
        CompletableFuture<WriteReply> other = unheard.write(Stores.batch(next(1, "other")));

        assertThat(one.join().getApplied()).isNotEqualTo(other.join().getApplied());
    }

    @Test
    void ofManyWhoRaceThroughTwoProxiesForEachOfManyEpochsOneWins() {
        Stores.write(heard, first());
        for (long before = 1; before <= 10; before++) {
            List<CompletableFuture<WriteReply>> claims = new ArrayList<>();
            for (int claimant = 0; claimant < CLAIMANTS; claimant++) {
                claims.add((claimant % 2 == 0 ? heard : unheard)
                        .write(Stores.batch(next(before, Integer.toString(claimant)))));
            }
            List<String> winners = new ArrayList<>();
            for (int claimant = 0; claimant < CLAIMANTS; claimant++) {
                if (claims.get(claimant).join().getApplied()) {
                    winners.add(Integer.toString(claimant));
                }
            }
            RowView row = Stores.rows(unheard, ActorEpochs.TABLE, Read.row(ActorEpochs.TABLE, KIND, ACTOR))
                    .getFirst();
            assertThat(winners).containsExactly(row.get(ActorEpochs.NODE));
            assertThat(row.get(ActorEpochs.EPOCH)).isEqualTo(before + 1);
        }
    }

    @Test
    void aProxyThatDidNotHearRefusesTheOlderEpochOnceTheClaimIsFinished() {
        Stores.write(heard, first());
        assertThat(unheard.write(fenced(1, 1)).join().getApplied()).isTrue();
        Stores.write(heard, next(1, "other"));
        Duration wait = heard.claimed(fence(2)).join();
        long acknowledged = acknowledgedUntil(wait);

        assertThat(unheard.write(fenced(1, 1_000))
                        .handle((reply, failure) -> reply)
                        .join())
                .isNull();
        assertThat(Stores.rows(
                        unheard,
                        Messages.TABLE,
                        Read.from(Messages.TABLE, 1L, 1L).build()))
                .as("what was acknowledged is there for the new owner")
                .hasSizeGreaterThanOrEqualTo((int) acknowledged + 1);
        assertThat(unheard.write(fenced(2, 2_000)).join().getApplied()).isTrue();
    }

    @Test
    void aProxyThatHasJustBegunAsksTheStore() {
        Stores.write(heard, first());
        Stores.write(heard, next(1, "other"));
        try (CassandraStore joined = proxy()) {
            assertThat(reason(joined.write(fenced(1, 1)))).isEqualTo(StoreException.Reason.FENCED);
            assertThat(joined.write(fenced(2, 2)).join().getApplied()).isTrue();
        }
    }

    @Test
    void aClaimIsSeenAlsoBehindAnEpochThatAFasterClockWrote() {
        long ahead = (System.currentTimeMillis() + 700) * 1_000;
        WriteRequest written = Stores.batch(Write.to(ActorEpochs.TABLE, KIND, ACTOR)
                        .set(ActorEpochs.EPOCH, 1L)
                        .set(ActorEpochs.NODE, "old")
                        .build())
                .toBuilder()
                .setTimestamp(ahead)
                .build();
        heard.write(written).join();

        assertThat(Stores.write(heard, next(1, "new")).getApplied()).isTrue();
        assertThat(Stores.rows(unheard, ActorEpochs.TABLE, Read.row(ActorEpochs.TABLE, KIND, ACTOR))
                        .getFirst()
                        .get(ActorEpochs.EPOCH))
                .isEqualTo(2);
    }

    /** Writes at the proxy that did not hear until the claim is finished. */
    private long acknowledgedUntil(Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        long acknowledged = 0;
        for (long message = 2; System.nanoTime() < end; message++) {
            WriteReply reply = unheard.write(fenced(1, message))
                    .exceptionally(refused -> null)
                    .join();
            acknowledged += reply == null ? 0 : 1;
        }
        return acknowledged;
    }

    private static StoreException.Reason reason(CompletableFuture<WriteReply> write) {
        Throwable failure = write.handle((reply, refused) -> refused).join();
        while (!(failure instanceof StoreException)) {
            failure = failure.getCause();
        }
        return ((StoreException) failure).reason();
    }

    private static CassandraStore proxy() {
        CassandraOptions usual = keyspace.options();
        return keyspace.store(
                new CassandraOptions(
                        usual.keyspace(),
                        usual.requestTimeout(),
                        usual.deadline(),
                        usual.attempts(),
                        usual.speculativeDelay(),
                        usual.speculativeReads(),
                        usual.writesInFlight(),
                        usual.writeBytes(),
                        usual.redoAfter(),
                        TRUST),
                CassandraObserver.NONE);
    }

    private static WriteRequest fenced(long epoch, long message) {
        return Stores.batch(Write.to(Messages.TABLE, 1L, 1L, message)
                        .set(Messages.AUTHOR_ID, epoch)
                        .build())
                .toBuilder()
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

    private static Mutation first() {
        return Write.to(ActorEpochs.TABLE, KIND, ACTOR)
                .set(ActorEpochs.EPOCH, 1L)
                .set(ActorEpochs.NODE, "first")
                .ifAbsent()
                .build();
    }

    private static Mutation next(long before, String node) {
        return Write.to(ActorEpochs.TABLE, KIND, ACTOR)
                .set(ActorEpochs.EPOCH, before + 1)
                .set(ActorEpochs.NODE, node)
                .ifCell(ActorEpochs.EPOCH, before)
                .build();
    }
}
