package io.guildhall.relay.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTableTest {
    /** What the design allows for one session of one guild. */
    private static final long MOST_BYTES = 64;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithAMapThroughAnyRowOfChanges(long seed) {
        Random random = new Random(seed);
        SessionTable table = new SessionTable();
        Map<Long, Long> users = new HashMap<>();
        for (int step = 0; step < 20_000; step++) {
            long session = random.nextInt(600);
            int row = table.find(session);
            assertThat(row >= 0).isEqualTo(users.containsKey(session));
            if (row >= 0) {
                assertThat(table.user(row)).isEqualTo(users.remove(session));
                table.remove(row);
            } else {
                long user = random.nextInt(40);
                table.add(session, user, (int) session, (int) user);
                users.put(session, user);
            }
        }
        assertThat(table.size()).isEqualTo(users.size());
        for (long user = 0; user < 40; user++) {
            long wanted = user;
            List<Long> found = new ArrayList<>();
            table.ofUser(user, row -> found.add(table.number(row)));
            assertThat(found)
                    .containsExactlyInAnyOrderElementsOf(users.entrySet().stream()
                            .filter(entry -> entry.getValue() == wanted)
                            .map(Map.Entry::getKey)
                            .toList());
        }
    }

    @Test
    void aSessionCostsNoMoreThanTheDesignAllows() {
        List<SessionTable> tables = new ArrayList<>();
        long before = used();
        int sessions = 0;
        for (int partition = 0; partition < 40; partition++) {
            SessionTable table = new SessionTable();
            for (int number = 0; number < PartitionSessions.MOST_SESSIONS; number++) {
                table.add(++sessions, sessions * 31L, -1, number % 20);
            }
            tables.add(table);
        }

        long each = (used() - before) / sessions;

        assertThat(tables).hasSize(40);
        assertThat(each).isPositive().isLessThanOrEqualTo(MOST_BYTES);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 4; attempt++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
