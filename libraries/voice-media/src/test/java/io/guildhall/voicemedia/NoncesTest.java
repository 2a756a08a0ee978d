package io.guildhall.voicemedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NoncesTest {
    @Test
    void oursCountUpInTheHalfThatIsNoClients() {
        Nonces nonces = new Nonces();
        assertThat(nonces.take()).isEqualTo(0x80000000);
        assertThat(nonces.take()).isEqualTo(0x80000001);
        assertThat(Nonces.isClients(0x80000000)).isFalse();
        assertThat(Nonces.isClients(-1)).isFalse();
        assertThat(Nonces.isClients(0)).isTrue();
        assertThat(Nonces.isClients(Integer.MAX_VALUE)).isTrue();
    }

    @Test
    void theLastIsTakenOnceAndThenNothingMoreIsSealed() {
        Nonces nonces = new Nonces(-2);
        assertThat(nonces.take()).isEqualTo(-2);
        assertThat(nonces.exhausted()).isFalse();
        assertThat(nonces.take()).isEqualTo(-1);
        assertThat(nonces.exhausted()).isTrue();
        assertThatThrownBy(nonces::take).isInstanceOf(IllegalStateException.class);
    }
}
