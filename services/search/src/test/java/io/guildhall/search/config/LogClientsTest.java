package io.guildhall.search.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogClientsTest {
    @Test
    void everyClientHasTheCredentialsOfAllAndTheServersOfTheLog() {
        LogConfig config = Settings.of(LogConfig.class)
                .with(Map.of("guildhall.event-log.servers", "a:1", "guildhall.event-log.topic", "facts"));
        Map<String, Object> all =
                Map.of("security.protocol", "SASL_SSL", "bootstrap.servers", "elsewhere:1", "group.id", "other");

        assertThat(new LogClients(config, all).with(Map.of("group.id", "own")))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("bootstrap.servers", "a:1")
                .containsEntry("group.id", "own");
    }
}
