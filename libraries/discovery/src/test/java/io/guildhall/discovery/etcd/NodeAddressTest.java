package io.guildhall.discovery.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeAddressTest {
    @ParameterizedTest
    @CsvSource({"10.0.0.7,10.0.0.7:9000", "relay-1,relay-1:9000", "fd00::7,[fd00::7]:9000", "[fd00::7],[fd00::7]:9000"})
    void anAddressHasItsPortWhateverItsKind(String host, String address) {
        assertThat(EtcdDiscovery.address(host, 9000)).isEqualTo(address);
    }
}
