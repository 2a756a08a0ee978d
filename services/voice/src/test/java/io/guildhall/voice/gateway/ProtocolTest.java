package io.guildhall.voice.gateway;

import static io.guildhall.voice.gateway.TestServer.HALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.testing.Eventually;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {
    private static final String SELECT = """
        {"op":1,"d":{"protocol":"udp","data":{"address":"1.2.3.4","port":5,"mode":"aead_aes256_gcm_rtpsize"}}}\
        """;

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoIdentifiesIsReadyAndLearnsWhereMediaGoes() {
        TestServer.Client client = server.connected(1, 8);
        JsonNode ready = client.hears().getFirst();
        assertThat(ready.path("op").asInt()).isEqualTo(2);
        assertThat(ready.path("seq").asInt(-1)).isZero();
        assertThat(ready.path("d").path("ssrc").asInt()).isPositive();
        assertThat(ready.path("d").path("ip").asText()).isEqualTo("127.0.0.1");
        assertThat(ready.path("d").path("port").asInt()).isPositive();
        assertThat(ready.path("d").path("modes"))
                .extracting(JsonNode::asText)
                .containsExactly("aead_aes256_gcm_rtpsize", "aead_xchacha20_poly1305_rtpsize");
        JsonNode description = client.says(SELECT).hears().getFirst();
        assertThat(description.path("op").asInt()).isEqualTo(4);
        assertThat(description.path("d").path("mode").asText()).isEqualTo("aead_aes256_gcm_rtpsize");
        assertThat(description.path("d").path("secret_key")).hasSize(32);
        assertThat(description.path("d").path("dave_protocol_version").asInt(-1))
                .isZero();
        assertThat(client.closed()).isZero();
    }

    @Test
    void aTokenIsGoodForOneConnection() {
        server.place(1, HALL, true);
        String token = server.token(1, "session1");
        server.new Client(8).says(TestServer.identify(1, token));
        assertThat(server.new Client(8).says(TestServer.identify(1, token)).closed())
                .isEqualTo(4004);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4001 | {\"op\":99}",
                "4001 | {\"op\":2}",
                "4001 | {\"op\":12345678901234}",
                "4002 | {",
                "4002 | []",
                "4002 | {\"op\":\"0\"}",
                "4002 | {\"op\":0}",
                "4002 | {\"op\":0,\"d\":{\"server_id\":\"7\",\"user_id\":\"x\",\"session_id\":\"s\",\"token\":\"t\"}}",
                "4002 | {\"op\":3,\"d\":\"now\"}",
                "4003 | {\"op\":1,\"d\":{}}",
                "4003 | {\"op\":5,\"d\":{\"speaking\":1}}",
                "4003 | {\"op\":12,\"d\":{}}",
                "4004 | {\"op\":0,\"d\":{\"server_id\":\"7\",\"user_id\":\"1\",\"session_id\":\"s\",\"token\":\"t\"}}",
                "4006 | {\"op\":7,\"d\":{\"server_id\":\"7\",\"session_id\":\"s\",\"token\":\"t\",\"seq_ack\":1}}",
            })
    void whoSaysWhatCanNotBeIsToldWhy(int code, String text) {
        assertThat(server.new Client(8).says(text).closed()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4005 | {\"op\":0,\"d\":{\"server_id\":\"7\",\"user_id\":\"1\",\"session_id\":\"s\",\"token\":\"t\"}}",
                "4012 | {\"op\":1,\"d\":{\"protocol\":\"webrtc\",\"data\":\"sdp\"}}",
                "4016 | {\"op\":1,\"d\":{\"protocol\":\"udp\",\"data\":{\"mode\":\"xsalsa20_poly1305\"}}}",
                "4002 | {\"op\":1,\"d\":{\"protocol\":\"udp\"}}",
                "4002 | {\"op\":5,\"d\":{\"speaking\":\"yes\"}}",
                "4002 | {\"op\":15,\"d\":[]}",
            })
    void whoIsConnectedIsToldWhyToo(int code, String text) {
        TestServer.Client client = server.connected(1, 8).says(text);
        assertThat(client.closed()).isEqualTo(code);
        assertThat(server.on(() -> server.server().rooms().size())).isZero();
    }

    @Test
    void aGuildOrAUserOtherThanTheTokensIsRefused() {
        server.place(1, HALL, true);
        String other = TestServer.identify(1, server.token(1, "session1"))
                .replace("\"server_id\":\"7\"", "\"server_id\":\"8\"");
        assertThat(server.new Client(8).says(other).closed()).isEqualTo(4011);
        String user =
                TestServer.identify(1, server.token(1, "session1")).replace("\"user_id\":\"1\"", "\"user_id\":\"2\"");
        assertThat(server.new Client(8).says(user).closed()).isEqualTo(4004);
        String channel = TestServer.identify(1, server.token(1, "session1"))
                .replace("\"user_id\"", "\"channel_id\":\"56\",\"user_id\"");
        assertThat(server.new Client(9).says(channel).closed()).isEqualTo(4011);
    }

    @Test
    void whoComesBeforeTheOwnersWordWaitsForIt() {
        TestServer.Client early = server.new Client(8).says(TestServer.identify(1, server.token(1, "session1")));
        assertThat(early.opcodes()).isEmpty();
        server.place(1, HALL, true);
        Eventually.until(() -> early.opcodes().contains(2));
    }

    @Test
    void whoOfWhomNoOwnerSaysAnythingIsNotLetIn() {
        TestServer.Client nobody = server.new Client(8).says(TestServer.identify(1, server.token(1, "session1")));
        server.clock().advance(Duration.ofMillis(101));
        Eventually.until(() -> nobody.closed() == 4006);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7})
    void beforeVersionEightAHeartbeatIsANumber(int version) {
        JsonNode answer = server.new Client(version)
                .says("{\"op\":3,\"d\":1501184119561}")
                .hears()
                .getFirst();
        assertThat(answer.path("op").asInt()).isEqualTo(6);
        assertThat(answer.path("d").asLong()).isEqualTo(1501184119561L);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9})
    void fromVersionEightOnItIsAnObject(int version) {
        JsonNode answer = server.new Client(version)
                .says("{\"op\":3,\"d\":{\"t\":15,\"seq_ack\":3}}")
                .hears()
                .getFirst();
        assertThat(answer.path("d").path("t").asLong()).isEqualTo(15);
    }

    @Test
    void whoSaysTooMuchIsCutOff() {
        TestServer.Client client = server.new Client(8);
        for (int time = 0; time < 50; time++) {
            client.says("{\"op\":3,\"d\":{\"t\":1}}");
        }
        assertThat(client.closed()).isZero();
        assertThat(client.says("{\"op\":3,\"d\":{\"t\":1}}").closed()).isEqualTo(4021);
    }

    @Test
    void whoIsGoneFromTheChannelIsDisconnectedWithTheOwnersWord() {
        TestServer.Client left = server.connected(1, 8);
        server.place(1, 0, false);
        assertThat(left.closed()).isEqualTo(4014);
        TestServer.Client moved = server.connected(2, 8);
        server.place(2, HALL + 1, true);
        assertThat(moved.closed()).isEqualTo(4014);
        assertThat(server.on(() -> server.server().rooms().size())).isZero();
    }

    @Test
    void whoVanishesResumesWithWhatCameMeanwhile() {
        server.place(1, HALL, true);
        String token = server.token(1, "session1");
        TestServer.Client first =
                server.new Client(8).says(TestServer.identify(1, token)).vanishes(1006);
        int last = first.hears().getLast().path("seq").asInt();
        server.connected(2, 8).says(SELECT).says("{\"op\":5,\"d\":{\"speaking\":1,\"delay\":0,\"ssrc\":1}}");
        String resume = """
            {"op":7,"d":{"server_id":"7","session_id":"session1","token":"%s","seq_ack":%d}}\
            """.formatted(token, last);
        TestServer.Client second = server.new Client(8).says(resume);
        assertThat(second.opcodes()).containsExactly(9, 11, 18, 20, 5, 5);
        // It goes on here, and no second one may have it meanwhile but by resuming again.
        assertThat(server.new Client(8).says(resume).opcodes()).startsWith(9);
        assertThat(second.closed()).isEqualTo(4006);
    }

    @Test
    void whoNeverSaysWhoItIsOrFallsSilentIsCutOff() {
        TestServer.Client silent = server.new Client(8);
        TestServer.Client connected = server.connected(1, 8);
        server.pass(Duration.ofSeconds(15));
        assertThat(silent.closed()).isZero();
        connected.says("{\"op\":3,\"d\":{\"t\":1}}");
        server.pass(Duration.ofSeconds(1));
        assertThat(silent.closed()).isEqualTo(4009);
        server.pass(Duration.ofSeconds(19));
        assertThat(connected.closed()).isZero();
        server.pass(Duration.ofSeconds(1));
        assertThat(connected.closed()).isEqualTo(4009);
        // It can be resumed for a while.
        assertThat(server.on(() -> server.server().rooms().size())).isEqualTo(1);
    }

    @Test
    void whoLeavesPolitelyIsGone() {
        server.connected(1, 8).vanishes(1000);
        assertThat(server.on(() -> server.server().rooms().size())).isZero();
    }

    @Test
    void othersHearWhoSpeaksAndPriorityOnlyOfThoseWhoHaveIt() {
        TestServer.Client listener = server.connected(1, 8);
        TestServer.Client speaker = server.connected(2, 8).says(SELECT);
        listener.hears();
        speaker.says("{\"op\":5,\"d\":{\"speaking\":5,\"delay\":0,\"ssrc\":1}}");
        List<JsonNode> heard = listener.hears();
        assertThat(heard).singleElement().satisfies(message -> {
            assertThat(message.path("d").path("user_id").asText()).isEqualTo("2");
            assertThat(message.path("d").path("speaking").asInt()).isEqualTo(1);
            assertThat(message.path("d").path("ssrc").asInt()).isPositive();
        });
    }

    @Test
    void theVersionOfTheServerAndCodecsAreAnswered() {
        TestServer.Client client = server.connected(1, 8);
        client.hears();
        assertThat(client.says("{\"op\":16,\"d\":{}}")
                        .hears()
                        .getFirst()
                        .path("d")
                        .has("voice"))
                .isTrue();
        assertThat(client.says("{\"op\":14,\"d\":{\"codecs\":[]}}").opcodes()).containsExactly(14);
    }
}
