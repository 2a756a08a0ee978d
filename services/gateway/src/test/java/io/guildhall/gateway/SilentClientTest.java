package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.client.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ImpatientProfile.class)
class SilentClientTest extends GatewayTest {
    @Test
    void aSilentClientIsClosedAndItsSessionTimesOut() throws Exception {
        String token = newBot();
        try (TestClient client = connect()) {
            client.identify(token, INTENTS);
            assertThat(client.closeCode()).isEqualTo(4009);
            try (TestClient again = connect()) {
                again.sendResume(token, client.sessionId(), client.lastSequence());
                again.event("RESUMED");
            }
            cluster.owner()
                    .await(command -> command.hasDetach() && command.getActor().getId() == userOf(token));
            try (TestClient late = connect()) {
                late.sendResume(token, client.sessionId(), client.lastSequence());
                assertThat(late.opcode(9).get("d").asBoolean()).isFalse();
            }
        }
    }
}
