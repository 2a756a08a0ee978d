package io.guildhall.orchestration.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void theLineTellsWhatCameOfTheTests() {
        assertThat(new Tally(7, 0, 1, 0).line()).isEqualTo("7 passed, 0 failed, 1 skipped");
        assertThat(new Tally(7, 2, 1, 1).line()).isEqualTo("7 passed, 2 failed, 1 skipped");
    }

    @Test
    void aSuiteThatEndedBadlyWithoutAFailedTestCounts() {
        Tally tally = new Tally(7, 0, 0, 0).plus(Tally.suite(false)).plus(Tally.suite(true));
        assertThat(tally.line()).isEqualTo("7 passed, 1 failed, 0 skipped");
        assertThat(tally.isGood()).isFalse();
    }

    @Test
    void skippedTestsAreNoReasonToFail() {
        assertThat(Tally.passing(1).plus(Tally.skipping(3)).isGood()).isTrue();
        assertThat(Tally.passing(1).plus(Tally.failing(1)).isGood()).isFalse();
        assertThat(Tally.NOTHING.isGood()).isTrue();
    }
}
