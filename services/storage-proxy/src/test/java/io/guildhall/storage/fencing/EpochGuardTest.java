package io.guildhall.storage.fencing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.store.StoreException;
import io.guildhall.storage.store.Stores;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A proxy's guard, with a clock, questions and writes that move as the test says. */
class EpochGuardTest {
    private static final Duration TRUST = Duration.ofSeconds(2);
    private static final WriteReply WRITTEN =
            WriteReply.newBuilder().setApplied(true).build();

    private final Deque<CompletableFuture<OptionalLong>> questions = new ArrayDeque<>();
    private final Deque<CompletableFuture<WriteReply>> writes = new ArrayDeque<>();
    private long now;
    private int asked;
    private OptionalLong claimed = OptionalLong.of(1);
    private boolean answersAtOnce = true;
    private long listing = 1;
    private final EpochGuard guard = new EpochGuard(this::ask, TRUST, () -> now, () -> listing);

    @Test
    void aWriteBeginsOnlyWhenTheStoreNamesItsEpoch() {
        answersAtOnce = false;
        CompletableFuture<WriteReply> write = write(1);
        assertThat(writes).isEmpty();

        questions.poll().complete(OptionalLong.of(1));
        writes.poll().complete(WRITTEN);
        assertThat(write).isCompletedWithValue(WRITTEN);
    }

    @Test
    void aQuestionThatEndsInAnErrorHoldsUpNoLaterWrite() {
        boolean[] broken = {true};
        EpochGuard other = new EpochGuard(
                actor -> {
                    if (broken[0]) {
                        throw new NoClassDefFoundError("gone");
                    }
                    return CompletableFuture.completedFuture(OptionalLong.of(1));
                },
                TRUST,
                () -> now,
                () -> listing);
        WriteRequest request = WriteRequest.newBuilder().setFence(fence(1)).build();
        assertThat(other.write(request, () -> CompletableFuture.completedFuture(WRITTEN)))
                .isCompletedExceptionally();

        broken[0] = false;

        assertThat(other.write(request, () -> CompletableFuture.completedFuture(WRITTEN)))
                .isCompletedWithValue(WRITTEN);
    }

    @Test
    void anOlderEpochIsRefusedBeforeAnythingIsWritten() {
        claimed = OptionalLong.of(2);

        assertFenced(write(1));
        assertThat(writes).isEmpty();
    }

    @Test
    void anEpochThatNobodyClaimedIsRefused() {
        assertFenced(write(2));
        claimed = OptionalLong.empty();
        assertFenced(write(3));
        assertThat(writes).isEmpty();
    }

    @Test
    void steadyWritesAskWhileTheLastAnswerStillCountsAndWaitForNothing() {
        for (int second = 0; second < 20; second++) {
            CompletableFuture<WriteReply> write = write(1);
            answersAtOnce = false;
            writes.poll().complete(WRITTEN);
            assertThat(write).isCompleted();
            now += TRUST.toNanos() / 2;
            while (!questions.isEmpty()) {
                questions.poll().complete(claimed);
            }
        }
        assertThat(asked).isBetween(5, 20);
    }

    @Test
    void aProxyThatDidNotHearOfAClaimAcknowledgesNothingOlderOnceTheClaimIsAsOldAsItsTrust() {
        finish(write(1));
        claimed = OptionalLong.of(2);

        now += TRUST.toNanos();
        answersAtOnce = false;
        CompletableFuture<WriteReply> just = write(1);
        writes.poll().complete(WRITTEN);
        assertThat(just).isCompletedWithValue(WRITTEN);

        now += 1;
        CompletableFuture<WriteReply> late = write(1);
        questions.poll().complete(claimed);
        assertFenced(late);
    }

    @Test
    void aWriteThatWasUnderWayWhileAnotherNodeClaimedIsNotAcknowledged() {
        finish(write(1));
        CompletableFuture<WriteReply> slow = write(1);
        claimed = OptionalLong.of(2);
        now += Duration.ofSeconds(10).toNanos();

        writes.poll().complete(WRITTEN);
        assertFenced(slow);
    }

    @Test
    void aSlowWriteOfTheEpochThatStillHoldsIsAcknowledged() {
        finish(write(1));
        CompletableFuture<WriteReply> slow = write(1);
        now += Duration.ofSeconds(10).toNanos();

        writes.poll().complete(WRITTEN);
        assertThat(slow).isCompletedWithValue(WRITTEN);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aProxyThatStoodStillAsksAgainBeforeItAcknowledges() {
        finish(write(1));
        CompletableFuture<WriteReply> frozen = write(1);
        CompletableFuture<WriteReply> durable = writes.poll();
        claimed = OptionalLong.of(2);
        now += Duration.ofMinutes(1).toNanos();

        durable.complete(WRITTEN);
        assertFenced(frozen);
    }

    @Test
    void anAnswerCountsFromWhenItWasAskedFor() {
        answersAtOnce = false;
        CompletableFuture<WriteReply> write = write(1);
        now += TRUST.toNanos() + 1;
        questions.poll().complete(OptionalLong.of(1));

        assertThat(writes).as("the answer is too old").isEmpty();
        questions.poll().complete(OptionalLong.of(1));
        finish(write);
    }

    @Test
    void whenTheStoreNeverAnswersInTimeTheOutcomeIsNotKnown() {
        finish(write(1));
        CompletableFuture<WriteReply> write = write(1);
        answersAtOnce = false;
        now += TRUST.toNanos() + 1;
        writes.poll().complete(WRITTEN);
        while (!questions.isEmpty()) {
            now += TRUST.toNanos() + 1;
            questions.poll().complete(OptionalLong.of(1));
        }

        assertThat(reason(write)).isEqualTo(StoreException.Reason.TIMED_OUT);
    }

    @Test
    void whoClaimsIsAnsweredWhenOlderWritesHaveEndedUnacknowledged() {
        finish(write(1));
        CompletableFuture<WriteReply> older = write(1);
        CompletableFuture<WriteReply> durable = writes.poll();
        claimed = OptionalLong.of(2);
        CompletableFuture<Duration> answer = guard.claimed(fence(2));
        assertThat(answer).isNotDone();
        assertFenced(write(1));

        durable.complete(WRITTEN);
        assertFenced(older);
        assertThat(answer).isCompletedWithValue(TRUST);
        finish(write(2));
    }

    @Test
    void aWriteThatSurvivesTwoTakeOversIsNotAcknowledgedThoughThisProxyHeardOfNeither() {
        finish(write(1));
        CompletableFuture<WriteReply> oldest = write(1);
        CompletableFuture<WriteReply> durable = writes.poll();
        claimed = OptionalLong.of(2);
        now += TRUST.toNanos() + 1;
        CompletableFuture<WriteReply> older = write(2);
        claimed = OptionalLong.of(3);
        now += TRUST.toNanos() + 1;

        durable.complete(WRITTEN);
        assertFenced(oldest);
        writes.poll().complete(WRITTEN);
        assertFenced(older);
        finish(write(3));
    }

    @Test
    void whoClaimsAfterAClaimThatWasNeverFinishedWaitsForTheWritesBeforeBoth() {
        finish(write(1));
        CompletableFuture<WriteReply> oldest = write(1);
        CompletableFuture<WriteReply> durable = writes.poll();
        claimed = OptionalLong.of(3);
        CompletableFuture<Duration> last = guard.claimed(fence(3));
        CompletableFuture<Duration> late = guard.claimed(fence(2));
        assertThat(last).isNotDone();
        assertThat(late).isNotDone();
        assertFenced(write(2));

        durable.complete(WRITTEN);
        assertFenced(oldest);
        assertThat(last).isCompletedWithValue(TRUST);
        assertThat(late).isCompletedWithValue(TRUST);
    }

    @Test
    void aWriteThatHeardOfTheFirstTakeOverWhileItBeganIsHeldAgainstTheSecondToo() {
        answersAtOnce = false;
        CompletableFuture<WriteReply> own = write(2);
        questions.poll().complete(OptionalLong.of(2));
        CompletableFuture<WriteReply> durable = writes.poll();
        CompletableFuture<Duration> heard = guard.claimed(fence(3));

        durable.complete(WRITTEN);
        assertFenced(own);
        assertThat(heard).isCompletedWithValue(TRUST);
    }

    @Test
    void whoClaimsDoesNotWaitForWritesOfItsOwnEpoch() {
        claimed = OptionalLong.of(2);
        CompletableFuture<WriteReply> own = write(2);

        assertThat(guard.claimed(fence(2))).isCompletedWithValue(TRUST);
        finish(own);
    }

    @Test
    void whatIsKnownOfActorsThatDoNotWriteIsForgotten() {
        for (long actor = 0; actor < 3_000; actor++) {
            finish(write(1, actor));
            now += TRUST.toNanos() / 100;
        }

        assertThat(guard.size()).isLessThan(1_500);
    }

    @Test
    void aQuestionThatFailedIsAskedAgainByTheNextWrite() {
        answersAtOnce = false;
        CompletableFuture<WriteReply> write = write(1);
        questions.poll().completeExceptionally(new StoreException(StoreException.Reason.UNAVAILABLE, "nobody there"));
        assertThat(reason(write)).isEqualTo(StoreException.Reason.UNAVAILABLE);

        answersAtOnce = true;
        finish(write(1));
    }

    @Test
    void aProxyThatDiscoveryMayNotListAcknowledgesNothing() {
        finish(write(1));
        CompletableFuture<WriteReply> underWay = write(1);
        listing = Discovery.NO_TERM;

        writes.poll().complete(WRITTEN);
        assertThat(reason(underWay)).isEqualTo(StoreException.Reason.UNAVAILABLE);
        assertThat(reason(write(1))).isEqualTo(StoreException.Reason.UNAVAILABLE);
        assertThat(writes).isEmpty();
    }

    @Test
    void whatWasAskedBeforeABreakInDiscoveryCountsNoMore() {
        finish(write(1));
        CompletableFuture<WriteReply> underWay = write(1);
        claimed = OptionalLong.of(2);
        listing = 2;

        writes.poll().complete(WRITTEN);
        assertFenced(underWay);
    }

    private void finish(CompletableFuture<WriteReply> write) {
        writes.poll().complete(WRITTEN);
        assertThat(write).isCompletedWithValue(WRITTEN);
    }

    private static void assertFenced(CompletableFuture<WriteReply> write) {
        assertThat(reason(write)).isEqualTo(StoreException.Reason.FENCED);
    }

    private static StoreException.Reason reason(CompletableFuture<WriteReply> write) {
        assertThat(write).isCompletedExceptionally();
        Throwable failure = write.exceptionNow();
        while (!(failure instanceof StoreException)) {
            failure = failure.getCause();
        }
        return ((StoreException) failure).reason();
    }

    private CompletableFuture<OptionalLong> ask(FencedActor actor) {
        asked++;
        CompletableFuture<OptionalLong> question = new CompletableFuture<>();
        if (answersAtOnce) {
            question.complete(claimed);
        } else {
            questions.add(question);
        }
        return question;
    }

    private CompletableFuture<WriteReply> write(long epoch) {
        return write(epoch, 7);
    }

    private CompletableFuture<WriteReply> write(long epoch, long actor) {
        WriteRequest request = Stores.batch(Write.to(Messages.TABLE, 1L, 2L, 3L).build()).toBuilder()
                .setFence(fence(epoch).toBuilder().setActorId(actor))
                .build();
        return guard.write(request, () -> {
            CompletableFuture<WriteReply> reply = new CompletableFuture<>();
            writes.add(reply);
            return reply;
        });
    }

    private static Fence fence(long epoch) {
        return Fence.newBuilder().setActorKind(1).setActorId(7).setEpoch(epoch).build();
    }
}
