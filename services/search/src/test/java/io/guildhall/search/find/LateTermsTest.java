package io.guildhall.search.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ActorKind;
import io.guildhall.search.home.Home;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LateTermsTest {
    private static final Home GUILD = new Home(ActorKind.GUILD, 1);

    private final ManualClock clock = new ManualClock();
    private final LateTerms late = new LateTerms(clock, Duration.ofMinutes(1));

    @Test
    void aTermThatWasNotToldIsWaitedForAndNotForEver() {
        assertThat(late.isOverdue(GUILD, 5)).isFalse();
        clock.advance(Duration.ofSeconds(59));
        assertThat(late.isOverdue(GUILD, 5)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(late.isOverdue(GUILD, 5)).isTrue();
    }

    @Test
    void eachTermIsWaitedForAnew() {
        late.isOverdue(GUILD, 5);
        clock.advance(Duration.ofMinutes(2));
        assertThat(late.isOverdue(GUILD, 6)).isFalse();
        late.told(GUILD);
        clock.advance(Duration.ofMinutes(2));
        assertThat(late.isOverdue(GUILD, 6)).isFalse();
    }
}
