package io.guildhall.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.testing.ManualClock;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SnowflakeGeneratorTest {
    private static final long NOON = Snowflake.EPOCH + 1_000_000;

    private final ManualClock clock = new ManualClock(Instant.ofEpochMilli(NOON));

    @Test
    void putsTimeWorkerProcessAndSequenceInTheirPlaces() {
        SnowflakeGenerator generator = new SnowflakeGenerator(3, 7, clock);
        generator.next();
        clock.set(Instant.ofEpochMilli(NOON + 5));
        long id = generator.next();

        assertThat(Snowflake.timestamp(id)).isEqualTo(NOON + 5);
        assertThat((id >> 17) & 31).isEqualTo(3);
        assertThat((id >> 12) & 31).isEqualTo(7);
        assertThat(id & 4095).isEqualTo(0);
        assertThat(generator.next() & 4095).isEqualTo(1);
    }

    @Test
    void keepsRisingWhenTheClockGoesBack() {
        SnowflakeGenerator generator = new SnowflakeGenerator(0, clock);
        long before = generator.next();
        clock.set(Instant.ofEpochMilli(NOON - 60_000));
        long after = generator.next();

        assertThat(after).isGreaterThan(before);
        assertThat(Snowflake.timestamp(after)).isEqualTo(NOON);
    }

    @Test
    void borrowsTheNextMillisecondWhenTheSequenceIsSpent() {
        SnowflakeGenerator generator = new SnowflakeGenerator(1023, clock);
        long last = 0;
        for (int drawn = 0; drawn < 10_000; drawn++) {
            long id = generator.next();
            assertThat(id).isGreaterThan(last);
            last = id;
        }
        assertThat(Snowflake.timestamp(last)).isEqualTo(NOON + 2);
        assertThat((last >> 12) & 1023).isEqualTo(1023);
    }

    @Test
    void neverGivesTwoThreadsTheSameId() throws Exception {
        SnowflakeGenerator generator = new SnowflakeGenerator(5, Clock.systemUTC());
        Set<Long> ids = ConcurrentHashMap.newKeySet();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            tasks.add(() -> {
                for (int drawn = 0; drawn < 20_000; drawn++) {
                    ids.add(generator.next());
                }
                return null;
            });
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
            executor.invokeAll(tasks);
        }
        assertThat(ids).hasSize(80_000);
    }

    @Test
    void refusesNodesThatDoNotFit() {
        assertThatThrownBy(() -> new SnowflakeGenerator(1024, clock)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SnowflakeGenerator(32, 0, clock)).isInstanceOf(IllegalArgumentException.class);
    }
}
