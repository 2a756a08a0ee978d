package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private final ControlledStorage storage = new ControlledStorage();
    private final Pipeline pipeline = new Pipeline(storage::write, 100);
    private final List<String> published = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

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
    void withoutAWriteNothingIsWaitedFor() {
        submit("only", false);
        assertThat(published).containsExactly("only");
    }

    @Test
    void aFailureRefusesWhatFliesAndWhatWaitsAndEverythingLater() {
        submit("flying", true);
        submit("waiting", false);
        storage.fail();
        submit("later", true);
        assertThat(refused).containsExactly("flying", "waiting", "later");
        assertThat(published).isEmpty();
        assertThat(pipeline.failed()).isTrue();
    }

    @Test
    void oneThatBreaksWhilePublishingDoesNotHoldUpTheRest() {
        pipeline.submit(new Commit(
                List.of(),
                () -> {
                    throw new StackOverflowError("on purpose");
                },
                outcome -> {}));
        submit("next", false);
        assertThat(published).containsExactly("next");
    }

    @Test
    void oneThatBreaksWhileItIsRefusedDoesNotHoldUpTheRest() {
        Mutation mutation =
                Write.to(Guilds.TABLE, 1L).set(Guilds.NAME, "broken").build();
        pipeline.submit(new Commit(List.of(mutation), () -> {}, outcome -> {
            throw new StackOverflowError("on purpose");
        }));
        submit("next", true);
        storage.fail();
        assertThat(refused).containsExactly("next");
    }

    private void submit(String name, boolean writes) {
        Mutation mutation = Write.to(Guilds.TABLE, (long) name.hashCode())
                .set(Guilds.NAME, name)
                .build();
        pipeline.submit(new Commit(
                writes ? List.of(mutation) : List.of(), () -> published.add(name), outcome -> refused.add(name)));
    }
}
