package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.client.TestClient;
import io.guildhall.gateway.fakes.FakeCluster;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EventTest extends GatewayTest {
    @Test
    void aRepeatedEventIsDeliveredOnce() throws Exception {
        long epoch = cluster.relay().nextEpoch(guild(GUILD));
        try (TestClient client = ready()) {
            cluster.relay().send(guild(GUILD), epoch, 1, "MESSAGE_CREATE", "{\"content\":\"a\"}", number(client));
            cluster.relay().send(guild(GUILD), epoch, 1, "MESSAGE_CREATE", "{\"content\":\"a\"}", number(client));
            cluster.relay().send(guild(GUILD), epoch - 1, 9, "MESSAGE_CREATE", "{\"content\":\"old\"}", number(client));
            cluster.relay().send(guild(GUILD), epoch, 2, "MESSAGE_CREATE", "{\"content\":\"b\"}", number(client));
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("a");
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("b");
        }
    }

    @Test
    void framesAreAcknowledgedInOrderWithTheSessionsThatAreNotThere() throws Exception {
        try (TestClient client = ready()) {
            while (cluster.relay().acknowledged() < cluster.relay().sent()) {
                cluster.relay().acknowledgement();
            }
            long next = cluster.relay().sent() + 1;
            message("a", client);
            cluster.relay().event(guild(GUILD), "MESSAGE_CREATE", "{}", number(client) + (99L << 20), 1_023L);
            assertThat(cluster.relay().acknowledgement().getNumber()).isEqualTo(next);
            var second = cluster.relay().acknowledgement();
            assertThat(second.getNumber()).isEqualTo(next + 1);
            assertThat(second.getUnknownSessionsList()).containsExactlyInAnyOrder(number(client) + (99L << 20), 1_023L);
        }
    }

    @Test
    void aUserWhoJoinsAndLeavesAGuildIsAttachedAndLeft() throws Exception {
        String token = newBot();
        try (TestClient client = connect()) {
            client.identify(token, INTENTS);
            cluster.relay()
                    .event(user(userOf(token)), "$GUILD_ATTACH", "{\"guild_id\":\"" + GUILD + "\"}", number(client));
            client.event("GUILD_CREATE");
            assertThat(cluster.owner()
                            .await(command ->
                                    command.hasAttach() && command.getActor().equals(guild(GUILD)))
                            .getAttach()
                            .getEntered())
                    .isTrue();
            client.send("{\"op\":31,\"d\":{\"guild_ids\":[\"" + GUILD + "\"]}}");
            cluster.owner().await(Command::hasRequestSounds);
            cluster.relay()
                    .event(user(userOf(token)), "$GUILD_DETACH", "{\"guild_id\":\"" + GUILD + "\"}", number(client));
            cluster.relay().event(guild(GUILD), "GUILD_DELETE", "{\"id\":\"" + GUILD + "\"}", number(client));
            client.event("GUILD_DELETE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LATEST, "/gateway/?v=10&encoding=etf"})
    void clientsAskOwnersForThings(String query) throws Exception {
        try (TestClient client = ready(query)) {
            client.send("{\"op\":3,\"s\":null,\"t\":null,\"d\":{\"status\":\"idle\",\"since\":null,\"activities\":"
                    + "[{\"name\":\"chess\",\"type\":0}],\"afk\":false}}");
            Command presence = cluster.owner()
                    .await(command -> command.getActor().equals(guild(GUILD))
                            && command.getPresence()
                                    .getPresence()
                                    .toStringUtf8()
                                    .contains("chess"));
            assertThat(presence.getPresence().getPresence().toStringUtf8()).contains("idle");
            // In that guild the session is not: nobody is asked.
            client.send("{\"op\":4,\"d\":{\"guild_id\":\"" + (GUILD + 1) + "\",\"channel_id\":\"55\"}}");
            client.send("{\"op\":4,\"d\":{\"guild_id\":" + GUILD
                    + ",\"channel_id\":\"55\",\"self_mute\":true,\"self_deaf\":false}}");
            Command voice = cluster.owner().await(Command::hasVoiceState);
            assertThat(voice.getActor()).isEqualTo(guild(GUILD));
            assertThat(voice.getVoiceState().getChannelId()).isEqualTo(55);
            assertThat(voice.getVoiceState().getSelfMute()).isTrue();
            assertThat(voice.getVoiceState().getSessionId()).isEqualTo(client.sessionId());
            client.send("{\"op\":8,\"d\":{\"guild_id\":\"" + GUILD
                    + "\",\"user_ids\":[5,\"6\"],\"limit\":0,\"presences\":true,\"nonce\":\"n\"}}");
            Command members = cluster.owner().await(Command::hasRequestMembers);
            assertThat(members.getRequestMembers().getUserIdsList()).containsExactly(5L, 6L);
            assertThat(members.getRequestMembers().hasQuery()).isFalse();
            client.send("{\"op\":8,\"d\":{\"guild_id\":" + GUILD + ",\"query\":\"\",\"limit\":0}}");
            assertThat(cluster.owner()
                            .await(Command::hasRequestMembers)
                            .getRequestMembers()
                            .hasQuery())
                    .isTrue();
            client.send("{\"op\":43,\"d\":{\"guild_id\":\"" + GUILD + "\",\"fields\":[\"status\"]}}");
            assertThat(cluster.owner()
                            .await(Command::hasRequestChannelInfo)
                            .getRequestChannelInfo()
                            .getFieldsList())
                    .containsExactly("status");
        }
    }

    @Test
    void sessionsRejoinActorsThatMoveToAnotherNode() throws Exception {
        try (TestClient client = ready()) {
            message("before", client);
            client.event("MESSAGE_CREATE");
            List<Node> nodes = new ArrayList<>();
            for (int count = 0; count < 8; count++) {
                nodes.add(new Node("guild-new-" + count, Role.GUILD, "", "", false));
            }
            cluster.discovery().replace(Role.GUILD, nodes);
            // Sessions of other tests, which still wait to be resumed, rejoin as well.
            Command rejoin = cluster.owner()
                    .await(command -> command.hasAttach()
                            && command.getActor().equals(guild(GUILD))
                            && command.getAttach().hasResumeAfter()
                            && command.getAttach().getSessionsList().stream()
                                    .anyMatch(session -> session.getRef().getNumber() == number(client)));
            assertThat(rejoin.getAttach().getResumeAfter().getSequence()).isPositive();
        }
    }

    @Test
    void afterThisNodesLeaseLapsedEverySessionRejoinsWhereItStood() throws Exception {
        long epoch = cluster.relay().nextEpoch(guild(GUILD)) - 1;
        try (TestClient client = ready()) {
            message("before", client);
            client.event("MESSAGE_CREATE");
            cluster.discovery().replace(Role.GUILD, List.of());
            settle();
            // Somebody else's event: the sessions here may lack what came before it.
            cluster.relay().send(guild(GUILD), epoch, 1_000_000, "MESSAGE_CREATE", "{}", 1L << 40);
            settle();
            cluster.discovery().replace(Role.GUILD, List.of(FakeCluster.GUILD));
            assertThat(rejoinOf(client, guild(GUILD))
                            .getAttach()
                            .getResumeAfter()
                            .getSequence())
                    .isBetween(1L, 999_999L);
            cluster.relay().send(guild(GUILD), epoch, 1_000_001, "MESSAGE_CREATE", "{}", number(client));
            client.event("MESSAGE_CREATE");
        }
    }

    @Test
    void sessionsThatARelayDroppedRejoinWhereTheyStood() throws Exception {
        try (TestClient client = ready();
                TestClient other = ready()) {
            message("before", client, other);
            client.event("MESSAGE_CREATE");
            cluster.relay().greet(number(client), number(client) + (99L << 20));
            Command rejoin = rejoinOf(client, guild(GUILD));
            assertThat(rejoin.getAttach().getSessionsList()).hasSize(1);
            assertThat(rejoin.getAttach().getResumeAfter().getSequence()).isPositive();
        }
    }

    @Test
    void aFrameOfAnOlderEpochIsAnsweredWithTheNewerOne() throws Exception {
        long epoch = cluster.relay().nextEpoch(guild(GUILD));
        try (TestClient client = ready()) {
            cluster.relay().send(guild(GUILD), epoch, 1, "MESSAGE_CREATE", "{\"content\":\"a\"}", number(client));
            cluster.relay().send(guild(GUILD), epoch - 1, 7, "MESSAGE_CREATE", "{\"content\":\"old\"}", number(client));
            cluster.relay().send(guild(GUILD), epoch, 2, "MESSAGE_CREATE", "{\"content\":\"b\"}", number(client));
            List<Long> newer = new ArrayList<>();
            while (cluster.relay().acknowledged() < cluster.relay().sent()) {
                newer.add(cluster.relay().acknowledgement().getNewerEpoch());
            }
            assertThat(newer.subList(newer.size() - 3, newer.size())).containsExactly(0L, epoch, 0L);
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("a");
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("b");
        }
    }

    private Command rejoinOf(TestClient client, ActorKey actor) throws InterruptedException {
        return cluster.owner()
                .await(command -> command.hasAttach()
                        && command.getAttach().hasResumeAfter()
                        && command.getActor().equals(actor)
                        && command.getAttach().getSessionsList().stream()
                                .anyMatch(session -> session.getRef().getNumber() == number(client)));
    }

    @Test
    void waitingEventsShareOneStreamInOrderForManyClients() throws Exception {
        List<TestClient> clients = new ArrayList<>();
        for (int count = 0; count < 10; count++) {
            clients.add(ready(LATEST + "&compress=zlib-stream"));
        }
        TestClient[] all = clients.toArray(TestClient[]::new);
        for (int count = 0; count < 100; count++) {
            message("m" + count, all);
        }
        for (TestClient client : clients) {
            for (int count = 0; count < 100; count++) {
                assertThat(client.event("MESSAGE_CREATE").get("content").asText())
                        .isEqualTo("m" + count);
            }
            client.close();
        }
    }
}
