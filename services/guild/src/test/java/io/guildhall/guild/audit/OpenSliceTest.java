package io.guildhall.guild.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.AuditLog;
import io.guildhall.model.table.catalogue.AuditSlices;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenSliceTest {
    private static final long TIME = Snowflake.EPOCH + Duration.ofDays(4_005).toMillis();

    private final TestGuild guild = new TestGuild();
    private GuildState state = guild.state();

    @Test
    void aSliceThatIsFullIsFollowedByTheNext() {
        fill(0);
        assertThat(add(60_000)).isEqualTo(1);
        assertThat(add(60_001)).isEqualTo(1);
    }

    @Test
    void theNextOwnerKnowsHowFullASliceIs() {
        for (int entry = 0; entry < AuditLog.SLICE_ENTRIES - 1; entry++) {
            add(entry);
        }
        restart();
        assertThat(add(60_000)).isZero();
        restart();
        assertThat(add(60_001)).isEqualTo(1);
    }

    @Test
    void everyBucketBeginsItsOwnSlices() {
        fill(0);
        add(60_000);
        assertThat(add(Duration.ofDays(10).toMillis())).isZero();
        assertThat(state.storage()
                        .read(
                                AuditSlices.TABLE,
                                Read.from(AuditSlices.TABLE, guild.id()).build()))
                .extracting(row -> row.get(AuditSlices.SLICE))
                .startsWith(0L, 1L, 0L);
    }

    @Test
    void anEntryOfAClockThatIsBehindKeepsTheSlicesInOrder() {
        fill(0);
        assertThat(add(60_000)).isEqualTo(1);
        assertThat(add(59_999)).isZero();
        assertThat(add(60_001)).isEqualTo(1);
    }

    private void fill(long from) {
        for (int entry = 0; entry < AuditLog.SLICE_ENTRIES; entry++) {
            assertThat(add(from + entry)).isZero();
        }
    }

    private long add(long millis) {
        long entry = Snowflake.lowestAt(TIME + millis);
        OpenSlice slice = OpenSlice.with(state, entry);
        guild.storage().write(List.of(slice.record(state)));
        return slice.placeOf(entry);
    }

    private void restart() {
        state = guild.reload();
    }
}
