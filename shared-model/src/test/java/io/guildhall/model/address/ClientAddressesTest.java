package io.guildhall.model.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {
    private final ClientAddresses behindProxies =
            new ClientAddresses(List.of(Network.parse("10.0.0.0/8"), Network.parse("fd00::/8")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "203.0.113.9 | 198.51.100.1 | 203.0.113.9",
                "10.1.2.3 | - | 10.1.2.3",
                "10.1.2.3 | 198.51.100.1 | 198.51.100.1",
                "10.1.2.3 | 6.6.6.6, 198.51.100.1 | 198.51.100.1",
                "10.1.2.3 | 6.6.6.6, 198.51.100.1, 10.9.9.9 | 198.51.100.1",
                "10.1.2.3 | 10.7.7.7 | 10.7.7.7",
                "10.1.2.3 | 198.51.100.1, nonsense | 10.1.2.3",
                "10.1.2.3 | '' | 10.1.2.3",
                "fd00::5 | 198.51.100.1 | 198.51.100.1",
            })
    void theLastEntryThatNoTrustedProxyStandsForIsTheClient(String peer, String forwardedFor, String client) {
        assertThat(behindProxies.of(peer, forwardedFor)).isEqualTo(client);
    }

    @Test
    void withoutTrustedProxiesTheHeaderIsNotLookedAt() {
        assertThat(new ClientAddresses(List.of()).of("10.1.2.3", "198.51.100.1"))
                .isEqualTo("10.1.2.3");
    }

    @Test
    void allAddressesOfOneClientsNetworkAreOneClient() {
        ClientAddresses addresses = new ClientAddresses(List.of());
        assertThat(addresses.of("2001:db8:1:2:3:4:5:6", null))
                .isEqualTo(addresses.of("2001:db8:1:2:ffff::1", null))
                .isNotEqualTo(addresses.of("2001:db8:1:3::1", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "everybody", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "proxy.example/8"})
    void aNetworkThatIsNoneIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> Network.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10.0.0.0/8");
    }
}
