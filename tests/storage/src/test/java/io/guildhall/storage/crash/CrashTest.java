package io.guildhall.storage.crash;

import static io.guildhall.storage.store.Stores.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Kills a writing process again and again, and holds what is on the disk against what it had acknowledged. Beside other
 * tests, since it takes long, shares nothing with them and does not care when it happens.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {
    @TempDir
    Path directory;

    @Test
    void nothingAcknowledgedIsLostAndEveryBatchIsWholeThroughFortyKills() throws Exception {
        killAgainAndAgain(40);
    }

    @Test
    @Tag("long")
    void nothingAcknowledgedIsLostAndEveryBatchIsWholeThroughTwoHundredKills() throws Exception {
        killAgainAndAgain(200);
    }

    private void killAgainAndAgain(int lives) throws Exception {
        Random random = new Random(7);
        Map<Long, Long> acknowledged = new HashMap<>();
        long next = 1;
        for (int life = 0; life < lives; life++) {
            List<Long> numbers = Life.begin(directory, next).killAfter(1 + random.nextInt(60), random.nextInt(20_000));
            for (long number : numbers) {
                acknowledged.merge(number % CrashingWriter.IDS, number, Math::max);
                next = Math.max(next, number + 1);
            }
            next = Math.max(next, check(acknowledged));
        }
        assertThat(acknowledged).hasSizeGreaterThan(lives);
    }

    /** The number after the last batch that is on the disk, acknowledged or not. */
    private long check(Map<Long, Long> acknowledged) {
        try (Store store = EmbeddedStore.open(EmbeddedStoreOptions.at(directory), Clock.systemUTC(), batches -> {})) {
            Map<Long, Long> first = numbers(store, 0);
            for (long bucket = 1; bucket < CrashingWriter.ROWS_PER_BATCH; bucket++) {
                assertThat(numbers(store, bucket)).as("rows of one batch").isEqualTo(first);
            }
            acknowledged.forEach((id, number) ->
                    assertThat(first.get(id)).as("batch %s", number).isNotNull().isGreaterThanOrEqualTo(number));
            return 1 + first.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }
    }

    /** The number that each id holds in this bucket. */
    private static Map<Long, Long> numbers(Store store, long bucket) {
        List<RowView> rows = new ArrayList<>(rows(
                store,
                Messages.TABLE,
                Read.from(Messages.TABLE, CrashingWriter.CHANNEL, bucket).build()));
        Map<Long, Long> numbers = new HashMap<>();
        rows.forEach(row -> numbers.put(row.get(Messages.MESSAGE_ID), row.get(Messages.FLAGS)));
        return numbers;
    }
}
