package io.guildhall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagePolicyTest {
    @Test
    void onlyTheInstancesOwnAddressesAreAllowed() {
        String policy = new PagePolicy(
                        Stream.of("https://chat.example/api", "wss://chat.example:444/gateway", "no address at all"))
                .text();
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("script-src 'self';")
                .contains("connect-src 'self' https://chat.example wss://chat.example:444;")
                .doesNotContain("unsafe");
    }
}
