package io.guildhall.voicemedia;

import static io.guildhall.voicemedia.ReplayWindow.Order.LATE;
import static io.guildhall.voicemedia.ReplayWindow.Order.NEWEST;
import static io.guildhall.voicemedia.ReplayWindow.Order.REPEATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReplayWindowTest {
    private final ReplayWindow window = new ReplayWindow();

    @Test
    void aPacketCountsOnceWhetherItIsLateOrNot() {
        assertThat(window.take(0)).isEqualTo(NEWEST);
        assertThat(window.take(0)).isEqualTo(REPEATED);
        assertThat(window.take(3)).isEqualTo(NEWEST);
        assertThat(window.take(1)).isEqualTo(LATE);
        assertThat(window.take(1)).isEqualTo(REPEATED);
        assertThat(window.take(2)).isEqualTo(LATE);
    }

    @Test
    void whatIsTooOldToTellCountsAsRepeated() {
        window.take(2000);
        assertThat(window.take(2000 - 1024)).isEqualTo(REPEATED);
        assertThat(window.take(2000 - 1023)).isEqualTo(LATE);
    }

    @Test
    void aLeapForgetsWhatLiesBehindIt() {
        window.take(5);
        assertThat(window.take(Integer.MAX_VALUE)).isEqualTo(NEWEST);
        assertThat(window.take(Integer.MAX_VALUE - 1)).isEqualTo(LATE);
        assertThat(window.take(5)).isEqualTo(REPEATED);
    }

    @Property
    void noNonceIsEverTakenTwice(@ForAll @Size(max = 3000) List<@IntRange(max = 5000) Integer> nonces) {
        ReplayWindow any = new ReplayWindow();
        Set<Integer> taken = new HashSet<>();
        for (int nonce : nonces) {
            if (any.take(nonce) != REPEATED) {
                assertThat(taken.add(nonce)).isTrue();
            }
        }
    }

    @Property
    void whatOvertakesByLessThanTheWindowLosesNothing(
            @ForAll @Size(max = 500) List<@IntRange(max = 900) Integer> nonces) {
        ReplayWindow any = new ReplayWindow();
        Set<Integer> taken = new HashSet<>();
        for (int nonce : nonces) {
            assertThat(any.take(nonce) != REPEATED).isEqualTo(taken.add(nonce));
        }
    }
}
