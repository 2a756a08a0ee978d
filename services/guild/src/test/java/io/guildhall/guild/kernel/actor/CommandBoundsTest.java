package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would be too large to be written, told or answered. */
class CommandBoundsTest extends ActorsTestBase {
    private static final int TOO_LARGE = 40005;

    @ParameterizedTest
    @ValueSource(
            strings = {"add too many", "add too much", "tell too much", "answer too much", "answer too much later"})
    void whatIsTooLargeIsRefusedBeforeAnythingChangesAndTheRestGoesOn(String step) {
        assertThat(count(run("add"))).isEqualTo(1);

        assertThat(run(step).toCompletableFuture().join().getFailure().getCode())
                .isEqualTo(TOO_LARGE);

        assertThat(count(run("get"))).isEqualTo(1);
        assertThat(count(run("add"))).isEqualTo(2);
        assertThat(count(run("stored"))).isEqualTo(2);
        assertThat(counter.loads).containsExactly(1L);
    }
}
