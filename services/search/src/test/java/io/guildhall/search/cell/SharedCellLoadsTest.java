package io.guildhall.search.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.redis.RedisConfig;
import io.guildhall.redis.RedisLink;
import io.guildhall.search.store.RealRedis;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedCellLoadsTest extends CellLoadsContract {
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final CellLoad SOME = new CellLoad(true, 10, 2_000);

    private final RealRedis redis = new RealRedis();
    private final Cells cells = FixedCells.of(List.of("one=http://one:9200", "two=http://two:9200"));
    private final SharedCellLoads here = node(redis.node());
    private final SharedCellLoads there = node(redis.node());

    @AfterEach
    void end() {
        here.close();
        there.close();
        redis.close();
    }

    @Override
    CellLoads loads() {
        return here;
    }

    @Test
    void whatOneNodeFoundOutAnotherKnows() {
        here.tell("one", SOME);
        Eventually.until(() -> there.of("one").equals(SOME));
    }

    @Test
    void aNodeThatDoesNotReachACellKnowsWhatOthersFoundOut() {
        there.tell("one", CellLoad.NONE);
        Eventually.until(() -> {
            here.tell("one", SOME);
            return there.of("one").equals(SOME);
        });
    }

    @Test
    void withoutRedisANodeHasWhatItFoundOutByItself() {
        RedisLink none =
                new RedisLink(Optional.empty(), Settings.of(RedisConfig.class).defaults(), System::nanoTime);
        try (SharedCellLoads alone = node(none)) {
            alone.tell("one", SOME);
            assertThat(alone.of("one")).isEqualTo(SOME);
        }
    }

    private SharedCellLoads node(RedisLink link) {
        return SharedCellLoads.begun(link, cells, OFTEN);
    }
}
