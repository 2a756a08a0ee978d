package io.guildhall.guild.kernel.audience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkWindowTest {
    private final LinkWindow window = new LinkWindow(1_000);

    @Test
    void countsUntilTheOtherEndHasTakenThemIn() {
        window.add(400);
        window.add(500);
        assertThat(window.fits(101)).isFalse();
        assertThat(window.fits(100)).isTrue();

        assertThat(window.taken(1)).isTrue();

        assertThat(window.bytes()).isEqualTo(500);
        assertThat(window.roomy()).isTrue();
        window.add(400);
        assertThat(window.taken(2)).isTrue();
        assertThat(window.bytes()).isEqualTo(400);
    }

    @Test
    void takesAnAcknowledgementForAllBeforeIt() {
        window.add(10);
        window.add(10);
        window.add(10);

        assertThat(window.taken(2)).isTrue();
        assertThat(window.bytes()).isEqualTo(10);
        assertThat(window.taken(2)).as("no news").isFalse();
        assertThat(window.taken(99)).isTrue();
        assertThat(window.bytes()).isZero();
    }

    @Test
    void letsOneThingThatIsLargerThanTheWindowThroughAlone() {
        assertThat(window.fits(5_000)).isTrue();
        window.add(5_000);
        assertThat(window.fits(1)).isFalse();
    }
}
