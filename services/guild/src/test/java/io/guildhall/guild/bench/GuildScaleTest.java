package io.guildhall.guild.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A guild at a size that fits into an ordinary test run; {@link GuildBench} does the same with a million members. */
class GuildScaleTest {
    private static final int MEMBERS = 50_000;
    private static final int ONLINE = 30_000;

    @Test
    void noCommandOfALargeGuildFailsForItsSize() {
        try (BenchNode node = new BenchNode()) {
            ScaleRun run = new ScaleRun(node, MEMBERS, ONLINE);
            assertThat(run.load()).as("bytes for each member").isLessThan(200);
            assertThat(run.logIn()).as("bytes for each session").isLessThan(2_500);
            assertThat(node.tickets().size()).isZero();
            assertThat(run.requestMembers()).isEqualTo(MEMBERS / 1_000);
            run.loseRelays();
            run.loseOwner();
            run.deleteRole();
            run.deleteGuild();
            run.forgetMembers();
            run.printMemory();
        }
    }
}
