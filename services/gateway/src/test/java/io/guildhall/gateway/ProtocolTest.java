package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.gateway.client.TestClient;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Subscribe;
import io.guildhall.model.rpc.Subscription;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProtocolTest extends GatewayTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gateway",
                "/gateway/",
                "/gateway?v=10&encoding=json",
                "/gateway/?encoding=json&v=9",
                "/gateway/?encoding=json&v=10&compress=zlib-stream",
                "/gateway?compress=zstd-stream&v=10",
                "/gateway?v=10&encoding=etf",
                "/gateway/?encoding=etf&v=10&compress=zlib-stream",
                "/gateway/?encoding=etf&v=10&compress=zstd-stream"
            })
    void aBotBecomesReadyAndReceivesItsGuildAndMessages(String query) throws Exception {
        try (TestClient client = ready(query)) {
            for (int count = 0; count < 20; count++) {
                message("hello " + count, client);
            }
            for (int count = 0; count < 20; count++) {
                assertThat(client.event("MESSAGE_CREATE").get("content").asText())
                        .isEqualTo("hello " + count);
            }
            assertThat(client.lastSequence()).isEqualTo(22);
            client.heartbeat();
        }
    }

    /** Some identify as soon as they are connected. */
    @ParameterizedTest
    @ValueSource(strings = {"/gateway?v=10&encoding=json", "/gateway?v=10&encoding=etf&compress=zlib-stream"})
    void aClientThatSpeaksFirstIsGreetedBeforeItIsAnswered(String query) throws Exception {
        for (int round = 0; round < 10; round++) {
            try (TestClient client = TestClient.eager(gateway(), query)) {
                client.send("{\"op\":1,\"d\":null}");
                client.opcode(10);
                client.opcode(11);
                client.identify(newBot(), INTENTS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/metrics", "/grpc.health.v1.Health/Check"})
    void whatIsForOperatorsIsNotWhereClientsAre(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(http.resolve(path))
                    .header("Content-Type", "application/grpc")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[5]))
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void readySaysWhatClientsNeed() throws Exception {
        cluster.owner().guilds(GUILD, GUILD + 1);
        try (TestClient client = connect()) {
            client.heartbeat();
            String token = newBot();
            JsonNode ready = client.identify("Bot " + token, INTENTS, ",\"shard\":null,\"compress\":true");
            assertThat(ready.get("v").asInt()).isEqualTo(10);
            assertThat(ready.get("user").get("id").asLong()).isEqualTo(userOf(token));
            assertThat(ready.get("guilds")).hasSize(2);
            assertThat(ready.get("guilds").get(0).get("unavailable").asBoolean())
                    .isTrue();
            assertThat(ready.get("private_channels").isArray()).isTrue();
            assertThat(ready.get("user_settings").isObject()).isTrue();
            assertThat(ready.get("resume_gateway_url").asText()).isEqualTo("ws://gateway-a");
            assertThat(ready.get("application").get("flags").asLong()).isEqualTo(565_248);
            assertThat(ready.get("shard").toString()).isEqualTo("[0,1]");
            assertThat(ready.get("session_type").asText()).isEqualTo("normal");
            assertThat(ready.get("geo_ordered_rtc_regions").isArray()).isTrue();
            assertThat(ready.get("_trace").isArray()).isTrue();
        }
    }

    @Test
    void readyOfAPersonHasWhatTheirClientsLookAt() throws Exception {
        cluster.owner().guilds(GUILD);
        try (TestClient client = connect()) {
            client.send("{\"op\":2,\"d\":{\"token\":\"person-31\",\"properties\":{},\"capabilities\":1}}");
            JsonNode ready = client.event("READY");
            assertThat(ready.get("relationships").isArray()).isTrue();
            assertThat(ready.get("read_state").isArray()).isTrue();
            assertThat(ready.get("user_guild_settings").isArray()).isTrue();
            assertThat(ready.has("application")).isFalse();
            JsonNode supplement = client.event("READY_SUPPLEMENTAL");
            assertThat(supplement.at("/guilds/0/id").asLong()).isEqualTo(GUILD);
            assertThat(supplement.get("merged_members")).hasSize(1);
            assertThat(supplement.at("/merged_presences/guilds")).hasSize(1);
            client.event("GUILD_CREATE");
            client.send("{\"op\":14,\"d\":{\"guild_id\":\"1\",\"channels\":{}}}");
            client.send("{\"op\":37,\"d\":{}}");
            client.send("{\"op\":13,\"d\":{}}");
            client.heartbeat();
        }
    }

    @Test
    void aClientThatUnderstandsVersionsGetsEntriesOfThem() throws Exception {
        try (TestClient client = connect()) {
            client.send("{\"op\":2,\"d\":{\"token\":\"person-33\",\"properties\":{},\"capabilities\":16381}}");
            JsonNode ready = client.event("READY");
            assertThat(ready.get("read_state").get("entries").isArray()).isTrue();
            assertThat(ready.get("user_guild_settings").get("partial").asBoolean())
                    .isFalse();
            assertThat(ready.get("user_guild_settings").get("entries").isArray())
                    .isTrue();
            client.event("READY_SUPPLEMENTAL");
            client.heartbeat();
        }
    }

    @Test
    void whatAPersonLooksAtIsToldToTheGuildsOwner() throws Exception {
        cluster.owner().guilds(GUILD);
        try (TestClient client = connect()) {
            client.send("{\"op\":2,\"d\":{\"token\":\"person-32\",\"properties\":{},\"capabilities\":1}}");
            client.event("READY");
            client.event("READY_SUPPLEMENTAL");
            client.event("GUILD_CREATE");
            client.send("{\"op\":14,\"d\":{\"guild_id\":\"" + GUILD + "\",\"typing\":true}}");
            Subscribe typing = cluster.owner().await(Command::hasSubscribe).getSubscribe();
            assertThat(typing.getSubscription())
                    .isEqualTo(Subscription.newBuilder().setTyping(true).build());
            assertThat(typing.getAnew()).isFalse();
            client.send("{\"op\":37,\"d\":{\"subscriptions\":{\"" + GUILD
                    + "\":{\"channels\":{\"5\":[[0,99]]}},\"4\":{}}}}");
            Subscribe list = cluster.owner().await(Command::hasSubscribe).getSubscribe();
            assertThat(list.getSubscription().getTyping()).isTrue();
            assertThat(list.getSubscription().getChannels(0).getRangesList()).containsExactly(0);
            assertThat(list.getAnew()).isTrue();
            client.heartbeat();
        }
    }

    @Test
    void aShardHasItsOwnGuildsOnly() throws Exception {
        long onZero = 2L << 22;
        long onOne = 3L << 22;
        cluster.owner().guilds(onZero, onOne);
        try (TestClient client = connect()) {
            JsonNode ready = client.identify(newBot(), INTENTS, ",\"shard\":[1,2]");
            assertThat(ready.get("shard").toString()).isEqualTo("[1,2]");
            assertThat(ready.get("guilds")).hasSize(1);
            assertThat(client.event("GUILD_CREATE").get("id").asLong()).isEqualTo(onOne);
            assertThat(cluster.owner()
                            .await(command -> command.hasAttach())
                            .getAttach()
                            .getSessions(0)
                            .getDirect())
                    .isFalse();
            client.heartbeat();
        }
    }

    @Test
    void presenceAndThresholdTravelWithTheSession() throws Exception {
        cluster.owner().guilds(GUILD);
        try (TestClient client = connect()) {
            client.identify(
                    newBot(), INTENTS, ",\"large_threshold\":100,\"presence\":{\"status\":\"dnd\",\"activities\":[]}");
            client.event("GUILD_CREATE");
            var attach = cluster.owner()
                    .await(command -> command.hasAttach() && command.getActor().equals(guild(GUILD)))
                    .getAttach();
            assertThat(attach.getLargeThreshold()).isEqualTo(100);
            assertThat(attach.getPresence().toStringUtf8()).contains("\"status\":\"dnd\"");
            assertThat(attach.getSessions(0).getIntents()).isEqualTo(INTENTS);
            assertThat(attach.getSessions(0).getBot()).isTrue();
            assertThat(attach.getSessions(0).getRef().getGateway()).isEqualTo("gateway-a");
        }
    }

    @Test
    void identifyingTooOftenIsAnsweredWithAnInvalidSession() throws Exception {
        String token = newBot();
        try (TestClient client = connect()) {
            for (int count = 0; count < 16; count++) {
                try (TestClient other = connect()) {
                    other.identify(token, INTENTS);
                }
            }
            client.sendIdentify(token, INTENTS, "");
            assertThat(client.opcode(9).get("d").asBoolean()).isFalse();
            client.identify(newBot(), INTENTS);
        }
    }

    @Test
    void eventsBeforeReadyWaitForIt() throws Exception {
        String token = newBot();
        cluster.owner().answer(command -> {
            if (command.hasAttach()) {
                long number = command.getAttach().getSessions(0).getRef().getNumber();
                cluster.relay().event(command.getActor(), "USER_UPDATE", "{\"id\":\"1\"}", number);
            }
            return null;
        });
        try (TestClient client = connect()) {
            client.identify(token, INTENTS);
            assertThat(client.event("USER_UPDATE").get("id").asText()).isEqualTo("1");
        }
    }
}
