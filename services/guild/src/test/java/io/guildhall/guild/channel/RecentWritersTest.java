package io.guildhall.guild.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentWritersTest {
    @Test
    void writersAreRememberedByChannel() {
        RecentWriters writers =
                RecentWriters.NONE.with(1, 10, 1_000).with(2, 10, 2_000).with(1, 11, 3_000);
        assertThat(writers.lastWrittenAt(1, 10)).isEqualTo(1_000);
        assertThat(writers.lastWrittenAt(2, 10)).isEqualTo(2_000);
        assertThat(writers.lastWrittenAt(1, 12)).isZero();
        assertThat(writers.with(1, 10, 4_000).lastWrittenAt(1, 10)).isEqualTo(4_000);
        assertThat(RecentWriters.NONE.lastWrittenAt(1, 10)).isZero();
    }

    @Test
    void whoWroteBeforeManyOthersIsForgotten() {
        RecentWriters writers = RecentWriters.NONE.with(1, 0, 1_000);
        for (long user = 1; user <= RecentWriters.GENERATION; user++) {
            writers = writers.with(1, user, 2_000);
        }
        assertThat(writers.lastWrittenAt(1, 0)).isEqualTo(1_000);
        for (long user = 1; user <= RecentWriters.GENERATION; user++) {
            writers = writers.with(2, user, 3_000);
        }
        assertThat(writers.lastWrittenAt(1, 0)).isZero();
        assertThat(writers.lastWrittenAt(2, 1)).isEqualTo(3_000);
    }
}
