package io.guildhall.guild.auditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.CountingStorage;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AuditLog;
import io.guildhall.model.table.catalogue.AuditSlices;
import io.guildhall.model.table.catalogue.MessageBucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditPageTest {
    private static final long GUILD = 10;
    private static final long START = Snowflake.EPOCH + Duration.ofDays(4_000).toMillis();
    private static final AuditFilter OPEN = new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty());

    private final InMemoryStorage rows = new InMemoryStorage();
    private final CountingStorage storage = new CountingStorage(rows);
    private final List<Long> ids = new ArrayList<>();

    @Test
    void aQuietGuildsPageIsOneReadOfTheIndexAndOneOfASlice() {
        slice(0, 0, 60);

        assertThat(read(OPEN, 0, Long.MAX_VALUE, false, 50))
                .isEqualTo(ids.reversed().subList(0, 50));
        assertThat(storage.reads()).isEqualTo(2);
    }

    @Test
    void aGuildWithoutEntriesIsOneRead() {
        assertThat(read(OPEN, 0, Long.MAX_VALUE, false, 50)).isEmpty();
        assertThat(storage.reads()).isEqualTo(1);
    }

    @Test
    void pagesGoOnOverSlicesAndBucketsInBothDirections() {
        slice(0, 0, 10);
        slice(0, 1, 10);
        slice(0, 2, 10);
        slice(25, 0, 10);
        slice(25, 1, 10);

        assertThat(read(OPEN, 0, Long.MAX_VALUE, false, 100)).isEqualTo(ids.reversed());
        assertThat(read(OPEN, 0, Long.MAX_VALUE, true, 100)).isEqualTo(ids);
        assertThat(read(OPEN, 0, ids.get(35), false, 20))
                .isEqualTo(ids.subList(15, 35).reversed());
        assertThat(read(OPEN, ids.get(5), Long.MAX_VALUE, true, 20)).isEqualTo(ids.subList(6, 26));
    }

    @Test
    void slicesOutsideOfThePageAreNotRead() {
        for (int number = 0; number < 20; number++) {
            slice(0, number, 10);
        }

        assertThat(read(OPEN, 0, ids.get(95), false, 5))
                .isEqualTo(ids.subList(90, 95).reversed());
        assertThat(storage.reads()).isEqualTo(2);
    }

    @Test
    void aFilterThatLetsLittleThroughFindsItInAnySlice() {
        for (int number = 0; number < 9; number++) {
            slice(0, number, 600);
        }
        AuditFilter first = new AuditFilter(Optional.of(0L), Optional.empty(), Optional.empty());

        assertThat(read(first, 0, Long.MAX_VALUE, false, 3))
                .containsExactly(ids.get(4800), ids.get(4200), ids.get(3600));
        assertThat(read(first, 0, Long.MAX_VALUE, true, 100)).hasSize(9);
    }

    private List<Long> read(AuditFilter filter, long oldest, long newest, boolean ascending, int limit) {
        return new AuditPage(GUILD, oldest, newest, ascending, limit, filter)
                .read(storage).stream().map(AuditPageTest::id).toList();
    }

    private static long id(RowView row) {
        return row.get(AuditLog.ENTRY_ID);
    }

    /** Entries one ms apart; the user of each is its number in the slice. */
    private void slice(int day, long number, int entries) {
        long first = Snowflake.lowestAt(START + Duration.ofDays(day).toMillis() + number * 100_000);
        for (int entry = 0; entry < entries; entry++) {
            long id = first + ((long) entry << 22);
            ids.add(id);
            rows.write(List.of(Write.to(AuditLog.TABLE, GUILD, MessageBucket.of(id), number, id)
                    .set(AuditLog.USER_ID, (long) entry)
                    .set(AuditLog.ACTION_TYPE, 22L)
                    .build()));
        }
        rows.write(List.of(Write.to(AuditSlices.TABLE, GUILD, MessageBucket.of(first), number)
                .set(AuditSlices.FIRST_ENTRY_ID, first)
                .set(AuditSlices.ENTRIES, (long) entries)
                .build()));
    }
}
