package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.client.TestClient;
import io.guildhall.model.rpc.Command;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that speak terms of Erlang's external format. */
@QuarkusTest
class TermTest extends GatewayTest {
    private static final String ETF = "/gateway/?v=10&encoding=etf";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "83",
                "83 7f",
                "7b 22 6f 70 22 3a 31 7d",
                "83 6a",
                "83 74 00000000",
                "83 74 7fffffff",
                "83 74 00000001 73 02 6f70 73 01 31",
                "83 74 00000001 73 02 6f70 61 01 00",
                "83 50 7fffffff 789c4bca2c49050004c301a1",
            })
    void aFrameThatIsNoCommandIs4002(String hex) throws Exception {
        try (TestClient client = TestClient.connect(gateway(), ETF)) {
            client.socket().sendBinary(HexFormat.of().parseHex(hex.replace(" ", "")));
            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    @Test
    void nestingWithoutEndIs4002() throws Exception {
        try (TestClient client = TestClient.connect(gateway(), ETF)) {
            client.socket().sendBinary(HexFormat.of().parseHex("83" + "6801".repeat(2_000) + "6a"));
            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    @Test
    void aTermOver4096BytesIs4002() throws Exception {
        try (TestClient client = TestClient.connect(gateway(), ETF)) {
            client.send("{\"op\":1,\"d\":null,\"x\":\"" + "x".repeat(4_080) + "\"}");
            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    @Test
    void aTextIs4002EvenIfItIsJson() throws Exception {
        try (TestClient client = TestClient.connect(gateway(), ETF)) {
            client.socket().send("{\"op\":1,\"d\":null}");
            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    /** As a small number, as the number of any size that ids are, as text, and as an atom. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "61 37",
                "6e 01 00 37",
                "6e 08 00 3700000000000000",
                "6d 00000002 3535",
                "73 02 3535",
                "77 02 3535"
            })
    void idsMayBeNumbersTextsAndAtoms(String channel) throws Exception {
        try (TestClient client = ready(ETF)) {
            client.socket()
                    .sendBinary(HexFormat.of()
                            .parseHex(("83 74 00000002 73 02 6f70 61 04 73 01 64 74 00000002"
                                            + "6d 00000008 6775696c645f6964 6e 04 00 00008000"
                                            + "6d 0000000a 6368616e6e656c5f6964" + channel)
                                    .replace(" ", "")));
            Command voice = cluster.owner().await(Command::hasVoiceState);
            assertThat(voice.getActor()).isEqualTo(guild(GUILD));
            assertThat(voice.getVoiceState().getChannelId()).isEqualTo(55);
        }
    }

    @Test
    void aSessionGoesOnInAnotherEncoding() throws Exception {
        String token = newBot();
        cluster.owner().guilds(GUILD);
        TestClient first = TestClient.connect(gateway(), ETF);
        first.identify(token, INTENTS);
        first.event("GUILD_CREATE");
        first.close();
        message("missed", first);
        settle();
        try (TestClient second = connect()) {
            second.sendResume(token, first.sessionId(), first.lastSequence());
            assertThat(second.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("missed");
            second.event("RESUMED");
        }
    }
}
