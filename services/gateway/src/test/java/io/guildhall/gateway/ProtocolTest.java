package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.gateway.client.TestClient;
import io.guildhall.gateway.fakes.FakeCluster;
import io.guildhall.gateway.session.SessionId;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProtocolTest {
    private static final long INTENTS = 33_281;

    @TestHTTPResource("/")
    URI http;

    @Inject
    FakeCluster cluster;

    @BeforeEach
    void reset() {
        cluster.owner().reset();
    }

    URI gateway() {
        return URI.create("ws://" + http.getAuthority());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gateway",
                "/gateway/",
                "/gateway?v=10&encoding=json",
                "/gateway/?encoding=json&v=9",
                "/gateway/?encoding=json&v=10&compress=zlib-stream",
                "/gateway?compress=zstd-stream&v=10"
            })
    void aBotBecomesReadyAndReceivesItsGuildAndAMessage(String query) throws Exception {
        cluster.owner().guilds(4_194_304L);
        try (TestClient client = TestClient.connect(gateway(), query)) {
            client.heartbeat();
            JsonNode ready = client.identify("Bot bot-77", INTENTS);
            assertThat(ready.get("user").get("id").asText()).isEqualTo("77");
            assertThat(ready.get("guilds").get(0).get("unavailable").asBoolean())
                    .isTrue();
            assertThat(ready.get("application").get("id").asText()).isEqualTo("1");
            assertThat(client.event("GUILD_CREATE").get("id").asText()).isEqualTo("4194304");
            message(client, "hello");
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("hello");
            client.heartbeat();
        }
    }

    void message(TestClient client, String content) {
        cluster.relay().event(guild(4_194_304L), "MESSAGE_CREATE", "{\"content\":\"" + content + "\"}", number(client));
    }

    static long number(TestClient client) {
        return SessionId.parse(client.sessionId()).orElseThrow().number();
    }

    static ActorKey guild(long id) {
        return ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(id).build();
    }
}
