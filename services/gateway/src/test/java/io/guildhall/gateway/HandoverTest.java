package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.client.TestClient;
import io.guildhall.gateway.fakes.FakeTokens;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GatewayAck;
import io.guildhall.model.rpc.GatewayNode;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.model.rpc.TakeOverReply;
import io.guildhall.model.rpc.TakeOverRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HandoverTest extends GatewayTest {
    @Inject
    GatewayNodeService node;

    @Inject
    FakeTokens tokens;

    /** Another gateway that gives the same reply to everybody. */
    private record Holder(Uni<TakeOverReply> reply) implements GatewayNode {
        @Override
        public Uni<TakeOverReply> takeOver(TakeOverRequest request) {
            return reply;
        }

        @Override
        public Multi<GatewayAck> deliver(Multi<RelayFrame> request) {
            return Multi.createFrom().empty();
        }
    }

    private TakeOverReply takeOver(String session, long user, long sequence) {
        return node.takeOver(TakeOverRequest.newBuilder()
                        .setSessionId(session)
                        .setUserId(user)
                        .setLastSequence(sequence)
                        .build())
                .await()
                .indefinitely();
    }

    @Test
    void aSessionMovesWithWhatItsClientMissed() throws Exception {
        cluster.owner().guilds(GUILD);
        String token = newBot();
        try (TestClient first = connect();
                TestClient second = connect()) {
            first.identify(token, INTENTS);
            first.event("GUILD_CREATE");
            long last = first.lastSequence();
            first.close();
            message("missed", first);
            TakeOverReply state = takeOver(first.sessionId(), userOf(token), last);
            assertThat(state.getFound()).isTrue();
            assertThat(takeOver(first.sessionId(), userOf(token), last).getFound())
                    .isFalse();
            message("for the new holder", first);

            cluster.otherGateway(new Holder(Uni.createFrom().item(state)));
            second.sendResume(token, first.sessionId(), last);
            assertThat(second.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("missed");
            second.event("RESUMED");
            Command rejoin = cluster.owner()
                    .await(command -> command.hasAttach() && command.getAttach().hasResumeAfter());
            assertThat(rejoin.getActor()).isEqualTo(guild(GUILD));
            long number = rejoin.getAttach().getSessions(0).getRef().getNumber();
            var position = rejoin.getAttach().getResumeAfter();
            cluster.relay()
                    .send(guild(GUILD), position.getEpoch(), position.getSequence(), "MESSAGE_CREATE", "{}", number);
            cluster.relay()
                    .send(
                            guild(GUILD),
                            position.getEpoch(),
                            position.getSequence() + 1,
                            "MESSAGE_CREATE",
                            "{\"content\":\"after\"}",
                            number);
            assertThat(second.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("after");
            assertThat(second.lastSequence()).isEqualTo(last + 3);
        }
    }

    @Test
    void aMovedSessionCanBeResumedAgainUnderItsOldId() throws Exception {
        String token = newBot();
        try (TestClient first = connect();
                TestClient second = connect();
                TestClient third = connect()) {
            first.identify(token, INTENTS);
            TakeOverReply state = takeOver(first.sessionId(), userOf(token), first.lastSequence());
            cluster.otherGateway(new Holder(Uni.createFrom().item(state)));
            second.sendResume(token, first.sessionId(), first.lastSequence());
            second.event("RESUMED");
            cluster.otherGateway(null);
            second.close();
            third.sendResume(token, first.sessionId(), second.lastSequence());
            third.event("RESUMED");
        }
    }

    @Test
    void aMovedSessionStillKnowsTheTokenThatItBeganWith() throws Exception {
        String token = newBot();
        try (TestClient first = connect();
                TestClient second = connect()) {
            first.identify(token, INTENTS);
            TakeOverReply state = takeOver(first.sessionId(), userOf(token), first.lastSequence());
            cluster.otherGateway(new Holder(Uni.createFrom().item(state)));
            tokens.store(FakeTokens.Store.FAILS);
            second.sendResume(token, first.sessionId(), first.lastSequence());
            second.event("RESUMED");
        } finally {
            tokens.store(FakeTokens.Store.ANSWERS);
            cluster.otherGateway(null);
        }
    }

    @Test
    void nobodyTakesAnotherUsersSession() throws Exception {
        String token = newBot();
        try (TestClient client = connect()) {
            client.identify(token, INTENTS);
            assertThat(takeOver(client.sessionId(), 1, 1).getFound()).isFalse();
            assertThat(takeOver("gateway-a.ff.ff", userOf(token), 1).getFound()).isFalse();
            client.heartbeat();
        }
    }

    @Test
    void whenTheHolderIsSilentTheClientIsAskedToTryAgain() throws Exception {
        cluster.otherGateway(new Holder(Uni.createFrom().failure(new IllegalStateException("away"))));
        try (TestClient client = connect()) {
            client.sendResume(newBot(), "gateway-b.1.1", 1);
            assertThat(client.opcode(9).get("d").asBoolean()).isTrue();
        }
    }
}
