package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.gateway.client.TestClient;
import io.guildhall.gateway.client.TestSocket;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallBoundsProfile.class)
class BoundsTest extends GatewayTest {
    @Test
    void aSessionThatMissedMoreThanIsKeptIsInvalid() throws Exception {
        cluster.owner().guilds(GUILD);
        String token = newBot();
        try (TestClient client = connect();
                TestClient again = connect()) {
            client.identify(token, INTENTS);
            client.event("GUILD_CREATE");
            client.close();
            for (int count = 0; count < 80; count++) {
                message("missed", client);
            }
            while (cluster.relay().acknowledged() < cluster.relay().sent()) {
                cluster.relay().acknowledgement();
            }
            again.sendResume(token, client.sessionId(), client.lastSequence());
            assertThat(again.opcode(9).get("d").asBoolean()).isFalse();
        }
    }

    @Test
    void theClassicModeIsReadAsWell() throws Exception {
        try (TestClient client = ready(LATEST + "&compress=zlib-stream")) {
            for (int count = 0; count < 30; count++) {
                message("hello " + count, client);
            }
            for (int count = 0; count < 30; count++) {
                assertThat(client.event("MESSAGE_CREATE").get("content").asText())
                        .isEqualTo("hello " + count);
            }
        }
    }

    @Test
    void aClientThatDoesNotReadIsCutAndItsNeighbourDoesNotNotice() throws Exception {
        cluster.owner().guilds(GUILD);
        String token = newBot();
        try (TestSocket deaf = TestSocket.connectWithoutReading(URI.create(gateway() + LATEST), 4_096);
                TestClient neighbour = ready()) {
            deaf.send("{\"op\":2,\"d\":{\"token\":\"" + token + "\",\"intents\":" + INTENTS + "}}");
            long number = cluster.owner()
                    .await(command -> command.hasAttach()
                            && command.getActor().equals(guild(GUILD))
                            && command.getAttach().getSessions(0).getUserId() == userOf(token))
                    .getAttach()
                    .getSessions(0)
                    .getRef()
                    .getNumber();
            String large = "x".repeat(20_000);
            int rounds = 0;
            boolean cut = false;
            while (!cut && rounds < 2_000) {
                rounds++;
                cluster.relay()
                        .event(
                                guild(GUILD),
                                "MESSAGE_CREATE",
                                "{\"content\":\"" + large + "\"}",
                                number,
                                number(neighbour));
                assertThat(neighbour.event("MESSAGE_CREATE").get("content").asText())
                        .hasSize(20_000);
                // Seldom, so that it is not cut for sending too much.
                cut = rounds % 100 == 0 && cannotSend(deaf);
            }
            assertThat(cut).isTrue();
        }
    }

    private static boolean cannotSend(TestSocket socket) {
        try {
            socket.send("{\"op\":1,\"d\":null}");
            return false;
        } catch (IOException gone) {
            return true;
        }
    }

    @Test
    void connectionsBeyondTheBoundAreRefused() throws Exception {
        List<TestSocket> sockets = new ArrayList<>();
        try {
            assertThatThrownBy(() -> {
                        for (int count = 0; count <= 40; count++) {
                            sockets.add(TestSocket.connect(URI.create(gateway() + LATEST)));
                        }
                    })
                    .hasMessageContaining("503");
        } finally {
            for (TestSocket socket : sockets) {
                socket.close();
            }
        }
    }
}
