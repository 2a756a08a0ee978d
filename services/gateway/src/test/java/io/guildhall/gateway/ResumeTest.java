package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.client.TestClient;
import io.guildhall.gateway.fakes.FakeOwner;
import io.guildhall.gateway.fakes.FakeTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ResumeTest extends GatewayTest {
    @Inject
    FakeTokens tokens;

    @ParameterizedTest
    @ValueSource(strings = {LATEST, LATEST + "&compress=zlib-stream", LATEST + "&compress=zstd-stream"})
    void whatWasMissedComesExactlyOnceAndInOrder(String query) throws Exception {
        cluster.owner().guilds(GUILD);
        String token = newBot();
        String session;
        TestClient first = TestClient.connect(gateway(), query);
        first.identify(token, INTENTS);
        first.event("GUILD_CREATE");
        session = first.sessionId();
        message("seen", first);
        first.event("MESSAGE_CREATE");
        long last = first.lastSequence();
        message("perhaps seen", first);
        first.close();
        message("missed", first);
        try (TestClient second = TestClient.connect(gateway(), query)) {
            second.sendResume("Bot " + token, session, last);
            assertThat(second.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("perhaps seen");
            assertThat(second.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("missed");
            second.event("RESUMED");
            assertThat(second.lastSequence()).isEqualTo(last + 3);
            message("new", first);
            assertThat(second.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("new");
            second.heartbeat();
        }
    }

    @Test
    void ownersHearThatASessionOnlyWaitsAndThatItIsBack() throws Exception {
        cluster.owner().guilds(GUILD);
        String token = newBot();
        TestClient first = connect();
        first.identify(token, INTENTS, ",\"presence\":{\"status\":\"dnd\",\"activities\":[]}");
        first.event("GUILD_CREATE");
        first.close();
        assertThat(presenceInGuild(token)).contains("\"waiting\":true", "\"dnd\"");
        try (TestClient second = connect()) {
            second.sendResume("Bot " + token, first.sessionId(), first.lastSequence());
            second.event("RESUMED");
            assertThat(presenceInGuild(token)).contains("\"dnd\"").doesNotContain("waiting");
        }
    }

    private String presenceInGuild(String token) throws InterruptedException {
        return cluster.owner()
                .await(command -> command.getPresence().getUserId() == userOf(token)
                        && command.getActor().equals(guild(GUILD)))
                .getPresence()
                .getPresence()
                .toStringUtf8();
    }

    @Test
    void resumingFromAnotherConnectionClosesTheFormer() throws Exception {
        String token = newBot();
        try (TestClient first = connect();
                TestClient second = connect()) {
            first.identify(token, INTENTS);
            second.sendResume(token, first.sessionId(), first.lastSequence());
            second.event("RESUMED");
            assertThat(first.closeCode()).isEqualTo(4000);
            second.heartbeat();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001})
    void closingPolitelyEndsTheSession(int code) throws Exception {
        String token = newBot();
        try (TestClient first = connect();
                TestClient second = connect()) {
            first.identify(token, INTENTS);
            first.socket().sendClose(code);
            first.closeCode();
            cluster.owner()
                    .await(command -> command.hasDetach() && command.getActor().equals(user(userOf(token))));
            second.sendResume(token, first.sessionId(), 1);
            assertThat(second.opcode(9).get("d").asBoolean()).isFalse();
        }
    }

    @Test
    void closingWithAnyOtherCodeKeepsTheSession() throws Exception {
        String token = newBot();
        try (TestClient first = connect();
                TestClient second = connect()) {
            first.identify(token, INTENTS);
            first.socket().sendClose(4_900);
            first.closeCode();
            second.sendResume(token, first.sessionId(), 1);
            second.event("RESUMED");
        }
    }

    @Test
    void anotherUsersSessionCanNotBeResumed() throws Exception {
        try (TestClient first = connect();
                TestClient second = connect()) {
            first.identify(newBot(), INTENTS);
            second.sendResume(newBot(), first.sessionId(), 1);
            assertThat(second.opcode(9).get("d").asBoolean()).isFalse();
            first.heartbeat();
        }
    }

    /** Whoever ends a login ends all that it can see. */
    @Test
    void aLoginTakesOverNoSessionOfAnother() throws Exception {
        long user = userOf(newBot());
        try (TestClient first = connect();
                TestClient second = connect()) {
            first.identify("person-" + user, INTENTS);
            second.sendResume("again-" + user, first.sessionId(), 1);
            assertThat(second.opcode(9).get("d").asBoolean()).isFalse();
            first.heartbeat();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "gateway-a.1.1", "gateway-z.1.1", "..", ""})
    void aSessionThatIsNotThereIsInvalidAndTheClientMayIdentify(String session) throws Exception {
        try (TestClient client = connect()) {
            client.sendResume(newBot(), session, 1);
            assertThat(client.opcode(9).get("d").asBoolean()).isFalse();
            client.identify(newBot(), INTENTS);
        }
    }

    @Test
    void whenTheTokenCanNotBeCheckedNowTheClientIsAskedToTryAgain() throws Exception {
        try (TestClient client = connect()) {
            client.sendResume("broken", "gateway-a.1.1", 1);
            assertThat(client.opcode(9).get("d").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILS", "IS_SILENT"})
    void withoutTheStoreASessionIsResumedWithTheTokenThatItBeganWith(FakeTokens.Store store) throws Exception {
        cluster.owner().guilds(GUILD);
        String token = newBot();
        TestClient first = connect();
        first.identify(token, INTENTS);
        first.event("GUILD_CREATE");
        first.close();
        message("missed", first);
        settle();
        tokens.store(store);
        try (TestClient stranger = connect();
                TestClient revoked = connect();
                TestClient second = connect()) {
            stranger.sendResume(newBot(), first.sessionId(), first.lastSequence());
            assertThat(stranger.opcode(9).get("d").asBoolean()).isTrue();
            revoked.sendResume("bot-old-" + userOf(token), first.sessionId(), first.lastSequence());
            assertThat(revoked.opcode(9).get("d").asBoolean()).isTrue();
            second.sendResume("Bot " + token, first.sessionId(), first.lastSequence());
            assertThat(second.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("missed");
            second.event("RESUMED");
        } finally {
            tokens.store(FakeTokens.Store.ANSWERS);
        }
    }

    @Test
    void anInvalidatedSessionIsOver() throws Exception {
        String token = newBot();
        try (TestClient client = connect()) {
            client.identify(token, INTENTS);
            cluster.relay().event(user(userOf(token)), "$INVALIDATE", "{\"resumable\":false}", number(client));
            assertThat(client.opcode(9).get("d").asBoolean()).isFalse();
            client.sendResume(token, client.sessionId(), 1);
            assertThat(client.opcode(9).get("d").asBoolean()).isFalse();
            client.identify(token, INTENTS);
        }
    }

    /** Every token of a person here belongs to login 1. */
    @Test
    void aLoginThatEndsEndsItsSessionsAndNoOthers() throws Exception {
        String token = "person-" + userOf(newBot());
        try (TestClient client = connect()) {
            client.identify(token, INTENTS);
            long user = Long.parseLong(token.substring("person-".length()));
            cluster.relay()
                    .event(user(user), "$INVALIDATE", "{\"resumable\":false,\"logins\":[\"2\"]}", number(client));
            client.heartbeat();
            cluster.relay()
                    .event(user(user), "$INVALIDATE", "{\"resumable\":false,\"logins\":[\"2\",\"1\"]}", number(client));
            assertThat(client.opcode(9).get("d").asBoolean()).isFalse();
        }
    }

    @Test
    void aSessionThatIsAskedToResumeDoesSoOnTheSameConnection() throws Exception {
        String token = newBot();
        try (TestClient client = connect()) {
            client.identify(token, INTENTS);
            cluster.relay().event(user(userOf(token)), "$INVALIDATE", "{\"resumable\":true}", number(client));
            assertThat(client.opcode(9).get("d").asBoolean()).isTrue();
            client.sendResume(token, client.sessionId(), client.lastSequence());
            client.event("RESUMED");
        }
    }

    @Test
    void aGuildThatRefusesDoesNotHarmTheSession() throws Exception {
        cluster.owner().guilds(GUILD);
        cluster.owner().answer(command -> command.getActor().equals(guild(GUILD)) ? FakeOwner.failure(50_001) : null);
        try (TestClient client = connect()) {
            client.identify(newBot(), INTENTS);
            client.heartbeat();
        }
    }
}
