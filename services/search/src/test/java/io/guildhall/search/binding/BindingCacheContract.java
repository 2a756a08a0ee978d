package io.guildhall.search.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ActorKind;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What holds of bindings that are remembered, wherever they are. */
abstract class BindingCacheContract {
    static final Duration TIME = Duration.ofSeconds(10);
    static final Home HOME = new Home(ActorKind.GUILD, 7);

    final ManualClock clock = new ManualClock();

    abstract BindingCache cache();

    static Binding binding(long version) {
        return new Binding(HOME, new Destination("one", "messages-1"), version, version + 1, version % 2 == 0);
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
        assertThat(cache().get(HOME)).isEmpty();
    }
}
