package io.guildhall.eventlog.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LogClientsTest {
    @Test
    void everyClientHasTheCredentialsOfAllAndTheServersOfTheLog() {
        Map<String, Object> all =
                Map.of("security.protocol", "SASL_SSL", "bootstrap.servers", "elsewhere:1", "group.id", "other");

        assertThat(new LogClients("a:1", all).with(Map.of("group.id", "own")))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("bootstrap.servers", "a:1")
                .containsEntry("group.id", "own");
    }
}
