package io.guildhall.orchestration.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void theLastLineTellsWhatCameOfTheTests() {
        assertThat(Tally.passing(7).plus(Tally.skipping(1)).lines()).containsExactly("7 passed, 0 failed, 1 skipped");
    }

    @Test
    void whatWentWrongIsNamedBeforeIt() {
        Tally tally = Tally.passing(7)
                .plus(Tally.suite("stack", false))
                .plus(Tally.failing("SomeTest: a: no"))
                .plus(Tally.check("answers", false));
        assertThat(tally.lines())
                .containsExactly(
                        "ended badly: stack",
                        "failed: SomeTest: a: no",
                        "failed: answers",
                        "7 passed, 2 failed, 0 skipped");
    }

    @Test
    void whatPassedOnlyAtASecondTryIsNamed() {
        Tally tally = Tally.passing(6).plus(new Tally(1, List.of(), 0, List.of("SomeTest: a"), List.of()));
        assertThat(tally.isGood()).isTrue();
        assertThat(tally.lines())
                .containsExactly(
                        "passed only at a second try, which is a fault to be found: SomeTest: a",
                        "7 passed, 0 failed, 0 skipped");
    }

    @Test
    void aFloodOfFailuresLeavesTheRestToTheReports() {
        Tally tally = new Tally(0, Collections.nCopies(50, "a"), 0, List.of(), List.of());
        assertThat(tally.lines())
                .hasSize(42)
                .endsWith("and 10 more that failed: see the reports", "0 passed, 50 failed, 0 skipped");
    }

    @Test
    void aSuiteThatEndedBadlyWithoutAFailedTestCounts() {
        Tally tally = Tally.passing(7).plus(Tally.suite("stack", false)).plus(Tally.suite("chart", true));
        assertThat(tally.lines()).containsExactly("ended badly: stack", "7 passed, 1 failed, 0 skipped");
        assertThat(tally.isGood()).isFalse();
    }

    @Test
    void skippedTestsAreNoReasonToFail() {
        assertThat(Tally.passing(1).plus(Tally.skipping(3)).isGood()).isTrue();
        assertThat(Tally.passing(1).plus(Tally.failing("a")).isGood()).isFalse();
        assertThat(Tally.NOTHING.isGood()).isTrue();
    }
}
