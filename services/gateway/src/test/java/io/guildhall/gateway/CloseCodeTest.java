package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.client.TestClient;
import io.guildhall.gateway.client.TestSocket;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CloseCodeTest extends GatewayTest {
    private static final int PING = 9;
    private static final int PONG = 10;

    @ParameterizedTest
    @ValueSource(strings = {"?v=8", "?v=11", "?v=x", "?v=10&encoding=bson", "?v=10&encoding=json&compress=gzip-stream"})
    void whatTheGatewayDoesNotSpeakIs4012(String query) throws Exception {
        try (TestSocket socket = TestSocket.connect(URI.create(gateway() + "/gateway" + query))) {
            assertThat(socket.closeCode()).isEqualTo(4012);
        }
    }

    /** The server answers each by itself: who does not read the answers would fill its memory. */
    @Test
    void whoSendsVeryManyPingsIsCutOff() throws Exception {
        try (TestSocket socket = TestSocket.connect(URI.create(gateway() + LATEST))) {
            socket.send(PING, new byte[100]);
            assertThat(socket.next().opcode()).isIn(1, PONG);
            assertThat(socket.next().opcode()).isIn(1, PONG);
            try {
                for (int count = 0; count < 1_000; count++) {
                    socket.send(PING, new byte[100]);
                }
            } catch (IOException gone) {
                // Cut off while it still sends.
            }
            assertThat(socket.closeCode()).isEqualTo(1006);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4002 | {",
                "4002 | []",
                "4002 | 7",
                "4002 | ''",
                "4002 | {\"d\":1}",
                "4002 | {\"op\":\"1\"}",
                "4002 | {\"op\":1,\"d\":{}}",
                "4002 | {\"op\":1,\"d\":1} {}",
                "4002 | {\"op\":2,\"d\":null}",
                "4002 | {\"op\":2,\"d\":{\"token\":5}}",
                "4002 | {\"op\":2,\"d\":{\"token\":\"bot-1\",\"intents\":1,\"properties\":[]}}",
                "4002 | {\"op\":2,\"d\":{\"token\":\"bot-1\",\"intents\":1,\"presence\":[]}}",
                "4002 | {\"op\":6,\"d\":{\"token\":\"bot-1\",\"session_id\":\"x\",\"seq\":\"1\"}}",
                "4001 | {\"op\":99}",
                "4001 | {\"op\":0}",
                "4001 | {\"op\":11}",
                "4001 | {\"op\":-1}",
                "4001 | {\"op\":99999999999}",
                "4003 | {\"op\":3,\"d\":{\"status\":\"online\"}}",
                "4003 | {\"op\":4,\"d\":{}}",
                "4003 | {\"op\":8,\"d\":{}}",
                "4003 | {\"op\":31,\"d\":{}}",
                "4003 | {\"op\":43,\"d\":{}}",
                "4003 | {\"op\":14,\"d\":{}}",
                "4004 | {\"op\":2,\"d\":{\"token\":\"forged\",\"intents\":1}}",
                "4004 | {\"op\":2,\"d\":{\"token\":\"revoked-1\",\"intents\":1}}",
                "4004 | {\"op\":6,\"d\":{\"token\":\"revoked-1\",\"session_id\":\"any\",\"seq\":1}}",
                "4004 | {\"op\":6,\"d\":{\"token\":\"forged\",\"session_id\":\"x\",\"seq\":1}}",
                "4010 | {\"op\":2,\"d\":{\"token\":\"bot-1\",\"intents\":1,\"shard\":[2,2]}}",
                "4010 | {\"op\":2,\"d\":{\"token\":\"bot-1\",\"intents\":1,\"shard\":[0]}}",
                "4010 | {\"op\":2,\"d\":{\"token\":\"bot-1\",\"intents\":1,\"shard\":[0,0]}}",
                "4010 | {\"op\":2,\"d\":{\"token\":\"bot-1\",\"intents\":1,\"shard\":\"0\"}}",
                "4013 | {\"op\":2,\"d\":{\"token\":\"bot-1\",\"intents\":262144}}",
                "4013 | {\"op\":2,\"d\":{\"token\":\"bot-1\",\"intents\":\"1\"}}",
                "4013 | {\"op\":2,\"d\":{\"token\":\"bot-1\",\"properties\":{}}}",
                "4000 | {\"op\":2,\"d\":{\"token\":\"broken\",\"intents\":1}}"
            })
    void aBadFirstFrameClosesWithItsCode(int code, String frame) throws Exception {
        try (TestClient client = connect()) {
            client.send(frame);
            assertThat(client.closeCode()).isEqualTo(code);
        }
    }

    @Test
    void aFrameOver4096BytesIs4002() throws Exception {
        try (TestClient client = connect()) {
            client.send("{\"op\":1,\"d\":null,\"x\":\"" + "ä".repeat(2_050) + "\"}");
            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 9_000, 70_000})
    void aFrameOfAnySizeBeyondThatIs4002(int size) throws Exception {
        try (TestClient client = connect()) {
            client.send("x".repeat(size));
            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    /** What is held of a message whose end does not come is bounded as one that came whole. */
    @Test
    void aMessageInPiecesIs4002BeforeItsEnd() throws Exception {
        try (TestClient client = connect()) {
            client.socket().sendPiece(1, 1_000);
            for (int piece = 0; piece < 8; piece++) {
                client.socket().sendPiece(0, 1_000);
            }
            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    @Test
    void identifyingTwiceIs4005() throws Exception {
        try (TestClient client = ready()) {
            client.sendIdentify(newBot(), INTENTS, "");
            assertThat(client.closeCode()).isEqualTo(4005);
        }
    }

    @Test
    void resumingAfterIdentifyIs4005() throws Exception {
        try (TestClient client = ready()) {
            client.sendResume(newBot(), client.sessionId(), 1);
            assertThat(client.closeCode()).isEqualTo(4005);
        }
    }

    @Test
    void aSequenceThatWasNeverSentIs4007() throws Exception {
        String token = newBot();
        try (TestClient first = connect();
                TestClient second = connect()) {
            first.identify(token, INTENTS);
            second.sendResume(token, first.sessionId(), 1_000);
            assertThat(second.closeCode()).isEqualTo(4007);
        }
    }

    @Test
    void moreThan120FramesInAMinuteAre4008() throws Exception {
        try (TestClient client = connect()) {
            for (int count = 0; count < 121; count++) {
                client.send("{\"op\":1,\"d\":null}");
            }
            assertThat(client.closeCode()).isEqualTo(4008);
        }
    }

    @Test
    void moreGuildsThanAShardMayHaveAre4011() throws Exception {
        cluster.owner().guilds(LongStream.rangeClosed(1, 2_501).boxed().toArray(Long[]::new));
        try (TestClient client = connect()) {
            client.sendIdentify(newBot(), INTENTS, "");
            assertThat(client.closeCode()).isEqualTo(4011);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1 << 1, 1 << 8, 1 << 15})
    void aPrivilegedIntentThatTheApplicationLacksIs4014(long intents) throws Exception {
        cluster.owner().application("{\"id\":\"1\",\"flags\":0}");
        try (TestClient client = connect()) {
            client.sendIdentify(newBot(), intents, "");
            assertThat(client.closeCode()).isEqualTo(4014);
        }
        assertThat(cluster.owner().await(command -> command.hasDetach())).isNotNull();
    }

    @Test
    void aUserWhomTheOwnerDoesNotKnowIs4004() throws Exception {
        cluster.owner().answer(command -> io.guildhall.gateway.fakes.FakeOwner.failure(10_013));
        try (TestClient client = connect()) {
            client.sendIdentify(newBot(), INTENTS, "");
            assertThat(client.closeCode()).isEqualTo(4004);
        }
    }
}
