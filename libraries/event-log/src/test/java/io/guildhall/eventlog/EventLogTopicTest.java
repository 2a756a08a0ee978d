package io.guildhall.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EventLogTopicTest.WithCredentials.class)
class EventLogTopicTest {
    @Inject
    EventLogConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> clients;

    /** As an operator says it to all clients of a process. */
    public static final class WithCredentials implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kafka.security.protocol", "SASL_SSL", "kafka.bootstrap.servers", "elsewhere:1");
        }
    }

    @Test
    void itIsMadeWithTheCredentialsOfAllClientsAtTheServersOfTheLog() {
        assertThat(new EventLogTopic(config, clients).settings())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("bootstrap.servers", config.servers());
    }
}
