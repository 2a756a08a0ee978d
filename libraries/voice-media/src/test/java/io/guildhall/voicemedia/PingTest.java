package io.guildhall.voicemedia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PingTest {
    @Test
    void theAnswerIsAsLongAsThePingAndHasItsLastBytes() {
        byte[] ping = Hex.bytes("1337cafe 0a0b0c0d");
        Ping.answer(ping);
        assertThat(ping).isEqualTo(Hex.bytes("1337f00d 0a0b0c0d"));
    }
}
