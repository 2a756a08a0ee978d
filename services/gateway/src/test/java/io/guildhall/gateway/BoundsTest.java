package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.gateway.client.TestClient;
import io.guildhall.gateway.client.TestSocket;
import io.guildhall.gateway.connection.Places;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallBoundsProfile.class)
class BoundsTest extends GatewayTest {
    @Inject
    Places places;

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

    @Test
    void handshakesThatFailTakeNoPlaceFromOthers() throws Exception {
        URI uri = URI.create(gateway() + LATEST);
        for (int count = 0; count < 100; count++) {
            try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
                assertThat(TestSocket.answerTo(socket, TestSocket.handshake(uri, 99, "")))
                        .doesNotContain(" 101 ", " 503 ");
            }
            try (Socket vanishing = new Socket(uri.getHost(), uri.getPort())) {
                vanishing.setSoLinger(true, 0);
                vanishing
                        .getOutputStream()
                        .write(TestSocket.handshake(uri, 13, "").getBytes(StandardCharsets.US_ASCII));
            }
        }
        await(() -> places.taken() < 30);
        try (TestClient client = connect()) {
            client.heartbeat();
        }
    }

    @Test
    void oneAddressHasItsShareOfPlacesAndGetsThemBack() throws Exception {
        URI uri = URI.create(gateway() + LATEST);
        String from = "X-Forwarded-For: 203.0.113.9\r\n";
        List<Socket> sockets = new ArrayList<>();
        for (int count = 0; count < 5; count++) {
            Socket socket = new Socket(uri.getHost(), uri.getPort());
            sockets.add(socket);
            assertThat(TestSocket.answerTo(socket, TestSocket.handshake(uri, 13, from)))
                    .contains(" 101 ");
        }
        try (Socket another = new Socket(uri.getHost(), uri.getPort())) {
            assertThat(TestSocket.answerTo(another, TestSocket.handshake(uri, 13, from)))
                    .contains(" 503 ");
        }
        for (Socket socket : sockets) {
            socket.close();
        }
        await(() -> {
            try (Socket again = new Socket(uri.getHost(), uri.getPort())) {
                return TestSocket.answerTo(again, TestSocket.handshake(uri, 13, from))
                        .contains(" 101 ");
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        });
    }

    @Test
    void anAccountHasItsShareOfSessions() throws Exception {
        String token = newBot();
        List<TestClient> clients = new ArrayList<>();
        for (int count = 0; count < 3; count++) {
            TestClient client = connect();
            clients.add(client);
            client.identify(token, INTENTS);
        }
        try (TestClient oneMore = connect();
                TestClient other = connect()) {
            oneMore.sendIdentify(token, INTENTS, "");
            assertThat(oneMore.opcode(9).get("d").asBoolean()).isFalse();
            other.identify(newBot(), INTENTS);
        }
        for (TestClient client : clients) {
            client.close();
        }
    }

    @Test
    void whoNeverIdentifiesIsClosed() throws Exception {
        try (TestClient client = connect()) {
            client.heartbeat();
            assertThat(client.closeCode()).isEqualTo(4009);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 400 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
