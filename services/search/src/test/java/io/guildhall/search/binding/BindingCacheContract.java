package io.guildhall.search.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ActorKind;
import io.guildhall.search.binding.Beside.Phase;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of bindings that are remembered, wherever they are. */
abstract class BindingCacheContract {
    static final Duration TIME = Duration.ofSeconds(10);
    static final Home HOME = new Home(ActorKind.GUILD, 7);

    final ManualClock clock = new ManualClock();

    abstract BindingCache cache();

    /** One that knows by itself only what this one would, where they share nothing else. */
    abstract BindingCache fresh();

    static Binding binding(long version) {
        return new Binding(
                HOME,
                new Destination("one", "messages-1"),
                version,
                version + 1,
                version % 2 == 0,
                version % 3 == 0
                        ? Optional.of(new Beside(
                                new Destination("one", "messages-2"),
                                List.of(Phase.values()).get((int) (version % 9 / 3)),
                                version * 7))
                        : Optional.empty());
    }

    @Test
    void whatIsNotThereIsNotGivenOut() {
        assertThat(cache().get(HOME)).isEmpty();
        assertThat(cache().near(HOME)).isEmpty();
    }

    @Test
    void whatWasPutIsGivenOutAsItIs() {
        cache().put(binding(2), clock.millis());

        assertThat(cache().near(HOME)).contains(binding(2));
        assertThat(cache().get(HOME)).contains(binding(2));
        assertThat(cache().get(new Home(ActorKind.PRIVATE_CHANNEL, 7))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 6, 9})
    void soIsWhatIsBeside(long version) {
        cache().put(binding(version), clock.millis());

        assertThat(binding(version).beside()).isPresent();
        assertThat(cache().get(HOME)).contains(binding(version));
    }

    @Test
    void whatWasReadTooLongAgoIsNot() {
        cache().put(binding(2), clock.millis() - TIME.toMillis());

        assertThat(cache().near(HOME)).isEmpty();
        assertThat(cache().get(HOME)).isEmpty();
    }

    @Test
    void whatWasRemovedIsNot() {
        cache().put(binding(2), clock.millis());
        cache().remove(HOME);

        assertThat(cache().near(HOME)).isEmpty();
        // What is shared is told of it, and not waited for.
        Eventually.until(() -> fresh().get(HOME).isEmpty());
    }
}
