package io.guildhall.gateway.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.gateway.GatewayTest;
import io.guildhall.gateway.client.TestClient;
import io.guildhall.gateway.client.TestSocket;
import io.guildhall.gateway.lifecycle.OwnersKnown;
import io.guildhall.model.rpc.Command;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DrainTest.Profile.class)
class DrainTest extends GatewayTest {
    /** A node of its own, since it is of no use afterwards. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("guildhall.gateway.drain.timeout", "3S");
        }
    }

    @Inject
    Drain drain;

    @Inject
    @Readiness
    OwnersKnown readiness;

    @Test
    void everyClientIsAskedToReconnectAndNobodyComesInAnyMore() throws Exception {
        String token = newBot();
        try (TestClient client = connect()) {
            client.identify(token, INTENTS);
            Thread.ofVirtual().start(() -> {
                try {
                    drain.stop(new ShutdownDelayInitiatedEvent());
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            });
            client.opcode(7);
            assertThat(readiness.call().getStatus().name()).isEqualTo("DOWN");
            assertThatThrownBy(() -> TestSocket.connect(URI.create(gateway() + LATEST)))
                    .hasMessageContaining("503");
            assertThat(client.closeCode()).isEqualTo(4000);
            Command detach = cluster.owner().await(Command::hasDetach);
            assertThat(detach.getActor().getId()).isEqualTo(userOf(token));
        }
    }
}
