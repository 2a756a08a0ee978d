package io.guildhall.search.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.redis.RedisConfig;
import io.guildhall.redis.RedisLink;
import io.guildhall.search.store.RealRedis;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.Settings;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedBindingCacheTest extends BindingCacheContract {
    private final RealRedis redis = new RealRedis();
    private final RedisLink link = redis.node();
    private final SharedBindingCache here = new SharedBindingCache(link, clock, TIME);
    private final SharedBindingCache there = new SharedBindingCache(link, clock, TIME);

    @AfterEach
    void end() {
        redis.close();
    }

    @Override
    BindingCache cache() {
        return here;
    }

    @Override
    BindingCache fresh() {
        return new SharedBindingCache(link, clock, TIME);
    }

    @Test
    void anotherNodeKnowsItForAsLongAsThisOne() {
        here.put(binding(3), clock.millis() - TIME.toMillis() / 2);

        assertThat(there.near(HOME)).isEmpty();
        Eventually.until(() -> there.get(HOME).isPresent());
        assertThat(there.get(HOME)).contains(binding(3));
        assertThat(there.near(HOME)).contains(binding(3));
        clock.advance(TIME.dividedBy(2));
        assertThat(there.near(HOME)).isEmpty();
    }

    @Test
    void anEarlierVersionThatComesLateReplacesNoLaterOne() {
        here.put(binding(10), clock.millis());
        new SharedBindingCache(link, clock, TIME).put(binding(9), clock.millis());

        Eventually.until(() -> fresh().get(HOME).equals(Optional.of(binding(10))));
    }

    @Test
    void withoutRedisEachNodeHasItsOwn() {
        RedisLink none =
                new RedisLink(Optional.empty(), Settings.of(RedisConfig.class).defaults(), System::nanoTime);
        SharedBindingCache alone = new SharedBindingCache(none, clock, TIME);
        alone.put(binding(3), clock.millis());

        assertThat(alone.get(HOME)).contains(binding(3));
        assertThat(new SharedBindingCache(none, clock, TIME).get(HOME)).isEmpty();
    }
}
