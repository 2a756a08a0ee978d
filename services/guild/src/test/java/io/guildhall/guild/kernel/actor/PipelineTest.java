package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private final ControlledStorage storage = new ControlledStorage();
    private final List<Runnable> paused = new ArrayList<>();
    private final List<String> published = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> undone = new ArrayList<>();
    private final List<String> fenced = new ArrayList<>();
    private final Pipeline pipeline =
            new Pipeline(storage, 100, (pause, action) -> paused.add(action), () -> fenced.add("fenced"));

    @BeforeEach
    void hold() {
        storage.hold();
    }

    @Test
    void commitsArePublishedInOrderEvenThoseWithoutAWrite() {
        submit("first", true);
        submit("second", false);
        submit("third", true);
        assertThat(published).isEmpty();
        storage.release();
        assertThat(published).containsExactly("first", "second", "third");
    }

    @Test
    void whatGathersDuringAFlightLeavesAsOne() {
        submit("first", true);
        submit("second", true);
        submit("third", true);
        assertThat(storage.heldWrites()).isEqualTo(1);
        storage.land();
        assertThat(storage.firstHeld().mutations()).hasSize(2);
        assertThat(published).containsExactly("first");
    }

    @Test
    void whatIsSubmittedTogetherLeavesTogether() {
        pipeline.together(() -> {
            submit("first", true);
            submit("second", true);
            assertThat(storage.heldWrites()).isZero();
        });
        assertThat(storage.firstHeld().mutations()).hasSize(2);
        storage.land();
        assertThat(published).containsExactly("first", "second");
    }

    @Test
    void whoeverWaitsForWhatGathersMakesItLeave() {
        storage.release();
        pipeline.together(() -> {
            submit("first", true);
            pipeline.awaitDurable();
            assertThat(published).containsExactly("first");
            submit("second", true);
        });
        assertThat(published).containsExactly("first", "second");
    }

    @Test
    void withoutAWriteNothingIsWaitedFor() {
        submit("only", false);
        assertThat(published).containsExactly("only");
    }

    @Test
    void aWriteOfUnknownOutcomeIsRepeatedWithTheSameTimesUntilItIsKnown() {
        submit("first", true);
        WriteRequest batch = storage.firstHeld().batch();
        submit("second", true);
        storage.loseAnswer();
        assertThat(pipeline.repeating()).isTrue();
        repeat();
        storage.fail();
        repeat();
        // That this attempt was refused says nothing of the first one.
        storage.shed();
        repeat();
        assertThat(storage.firstHeld().batch()).isEqualTo(batch);
        assertThat(published).isEmpty();
        storage.land();
        assertThat(published).containsExactly("first");
        assertThat(pipeline.repeating()).isFalse();
        storage.land();
        assertThat(published).containsExactly("first", "second");
        assertThat(refused).isEmpty();
    }

    @Test
    void aRefusedWriteRefusesWhatWasBuiltOnItAndNothingElse() {
        submit("before", true);
        submit("refused", true);
        storage.land();
        submit("built on it", true);
        submit("reads it", false);
        storage.shed();
        assertThat(published).containsExactly("before");
        assertThat(refused).containsExactly("refused", "built on it", "reads it");
        submit("begun before the actor heard of it", true);
        assertThat(refused).endsWith("begun before the actor heard of it");

        pipeline.takeUndo().orElseThrow().run();
        assertThat(undone).containsExactly("refused");
        assertThat(pipeline.takeUndo()).isEmpty();
        submit("after", true);
        storage.land();
        assertThat(published).containsExactly("before", "after");
    }

    @Test
    void aCommitThatTheStoreNeverTakesIsFoundAmongItsNeighbours() {
        submit("flying", true);
        submit("innocent", true);
        submit("never", true);
        submit("behind", true);
        storage.land();
        assertThat(storage.firstHeld().mutations()).hasSize(3);
        storage.refuse();
        assertThat(storage.firstHeld().mutations()).hasSize(1);
        storage.land();
        storage.refuse();
        assertThat(published).containsExactly("flying", "innocent");
        assertThat(refused).containsExactly("never", "behind");
        pipeline.takeUndo().orElseThrow().run();
        assertThat(undone).containsExactly("never");
    }

    @Test
    void anOwnerThatIsFencedRefusesEverythingNowAndLater() {
        submit("flying", true);
        submit("waiting", false);
        storage.fail();
        repeat();
        storage.fence();
        submit("later", true);
        assertThat(refused).containsExactly("flying", "waiting", "later");
        assertThat(published).isEmpty();
        assertThat(pipeline.fenced()).isTrue();
        assertThat(fenced).containsExactly("fenced");
        assertThat(pipeline.takeUndo()).isEmpty();
    }

    @Test
    void aFlightHoldsNoMoreMutationsThanTheStoreTakes() {
        submit("flying", true);
        for (int commit = 0; commit < 4; commit++) {
            submitMany("many " + commit, 2_000);
        }
        storage.land();
        assertThat(storage.firstHeld().mutations()).hasSize(4_000);
        storage.land();
        assertThat(storage.firstHeld().mutations()).hasSize(4_000);
    }

    @Test
    void oneThatBreaksWhilePublishingDoesNotHoldUpTheRest() {
        pipeline.submit(new Commit(
                List.of(),
                () -> {
                    throw new StackOverflowError("on purpose");
                },
                outcome -> {},
                () -> {}));
        submit("next", false);
        assertThat(published).containsExactly("next");
    }

    @Test
    void oneThatBreaksWhileItIsRefusedDoesNotHoldUpTheRest() {
        Mutation mutation =
                Write.to(Guilds.TABLE, 1L).set(Guilds.NAME, "broken").build();
        pipeline.submit(new Commit(
                List.of(mutation),
                () -> {},
                outcome -> {
                    throw new StackOverflowError("on purpose");
                },
                () -> {}));
        submit("next", true);
        storage.shed();
        assertThat(refused).containsExactly("next");
    }

    private void repeat() {
        assertThat(paused).hasSize(1);
        paused.removeFirst().run();
    }

    private void submit(String name, boolean writes) {
        submitMany(name, writes ? 1 : 0);
    }

    private void submitMany(String name, int writes) {
        Mutation mutation = Write.to(Guilds.TABLE, (long) name.hashCode())
                .set(Guilds.NAME, name)
                .build();
        pipeline.submit(new Commit(
                Collections.nCopies(writes, mutation),
                () -> published.add(name),
                outcome -> refused.add(name),
                () -> undone.add(name)));
    }
}
