package io.guildhall.gateway.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitingPresenceTest {
    @Test
    void itIsWhatWasSaidAndThatNobodyIsThere() {
        assertThat(new String(WaitingPresence.of("{\"status\":\"dnd\"}".getBytes(UTF_8)), UTF_8))
                .isEqualTo("{\"waiting\":true,\"status\":\"dnd\"}");
    }

    @Test
    void nothingSaidIsEnough() {
        assertThat(new String(WaitingPresence.of(new byte[0]), UTF_8)).isEqualTo("{\"waiting\":true}");
    }
}
