package io.guildhall.gateway.ending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginBurstsTest {
    private final LoginBursts bursts = new LoginBursts(10, 2);

    @Test
    void aBurstIsOverAfterTwoLooksThatSeeNoLogin() {
        assertThat(bursts.over(10)).isFalse();
        assertThat(bursts.over(10)).isFalse();
        assertThat(bursts.over(10)).isTrue();
    }

    @Test
    void aBurstIsOverOnce() {
        bursts.over(10);
        bursts.over(10);
        bursts.over(10);
        assertThat(bursts.over(10)).isFalse();
    }

    @Test
    void aLoginBetweenLooksBeginsTheWaitAnew() {
        bursts.over(10);
        bursts.over(10);
        assertThat(bursts.over(11)).isFalse();
        assertThat(bursts.over(11)).isFalse();
        assertThat(bursts.over(11)).isTrue();
    }

    @Test
    void fewLoginsAreNoBurstUntilTheyAreMany() {
        bursts.over(9);
        bursts.over(9);
        assertThat(bursts.over(9)).isFalse();
        assertThat(bursts.over(10)).isFalse();
        bursts.over(10);
        assertThat(bursts.over(10)).isTrue();
    }
}
