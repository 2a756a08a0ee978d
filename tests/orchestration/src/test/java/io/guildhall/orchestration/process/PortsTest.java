package io.guildhall.orchestration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.orchestration.commandline.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void theFirstPortIsTakenWhenItIsFree() {
        assertThat(ports(Set.of()).freeFrom(28_080)).isEqualTo(28_080);
    }

    @Test
    void portsInUseArePassedOver() {
        assertThat(ports(Set.of(28_080, 28_081)).freeFrom(28_080)).isEqualTo(28_082);
    }

    @Test
    void managementNeedsItsPortToo() {
        assertThat(ports(Set.of(28_090)).freeFrom(28_080)).isEqualTo(28_081);
    }

    @Test
    void aPortInUseIsRefusedByNumber() {
        Ports ports = ports(Set.of(28_080));
        assertThatCode(() -> ports.need(28_081)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ports.need(28_080))
                .isInstanceOf(Refusal.class)
                .hasMessage("port 28080, needed, is in use. Choose another with --port.");
    }

    @Test
    void aListenerOfThisMachineIsFound() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.local().isListenedOn(listener.getLocalPort())).isTrue();
            listener.close();
            assertThat(Ports.local().isListenedOn(listener.getLocalPort())).isFalse();
        }
    }

    private static Ports ports(Set<Integer> used) {
        return new Ports(used::contains);
    }
}
