package io.guildhall.orchestration.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final AtomicInteger pauses = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();
    private final Patience patience = new Patience(5, pauses::incrementAndGet);

    @Test
    void whatIsThereIsNotWaitedFor() {
        assertThat(patience.until(() -> true)).isTrue();
        assertThat(pauses).hasValue(0);
    }

    @Test
    void itAsksUntilItIsThere() {
        assertThat(patience.until(() -> questions.incrementAndGet() == 3)).isTrue();
        assertThat(pauses).hasValue(2);
    }

    @Test
    void itGivesUp() {
        assertThat(patience.until(() -> questions.incrementAndGet() < 0)).isFalse();
        assertThat(questions).hasValue(5);
    }

    @Test
    void itDoesNotWaitForWhatCanNotBe() {
        assertThat(patience.until(() -> questions.incrementAndGet() < 0, () -> false))
                .isFalse();
        assertThat(questions).hasValue(1);
        assertThat(pauses).hasValue(0);
    }

    /** What becomes ready and ends at once has been ready. */
    @Test
    void itAsksForTheThingItselfFirst() {
        assertThat(patience.until(() -> true, () -> false)).isTrue();
    }
}
