package io.guildhall.gateway.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.gateway.GatewayTest;
import io.guildhall.gateway.RealRedis;
import io.guildhall.gateway.client.TestClient;
import io.guildhall.model.rpc.Command;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** One node leaves its sessions in a real Redis and, as another one would, finds them there. */
@QuarkusTest
@QuarkusTestResource(value = RealRedis.class, restrictToAnnotatedClass = true)
class ParkingTest extends GatewayTest {
    @Inject
    Parking parking;

    @Inject
    ParkedSessions parked;

    @Test
    void aSessionThatNobodyFetchedIsResumedWithWhatItMissed() throws Exception {
        cluster.owner().guilds(GUILD);
        String token = newBot();
        TestClient first = connect();
        first.identify(token, INTENTS);
        first.event("GUILD_CREATE");
        long last = first.lastSequence();
        first.close();
        message("missed", first);
        settle();
        parking.parkAll();
        Command detached = cluster.owner()
                .await(command -> command.hasDetach() && command.getActor().equals(guild(GUILD)));
        assertThat(detached.getDetach().getSessionsList()).anyMatch(session -> session.getNumber() == number(first));

        try (TestClient stranger = connect();
                TestClient second = connect();
                TestClient third = connect()) {
            stranger.sendResume(newBot(), first.sessionId(), last);
            assertThat(stranger.opcode(9).get("d").asBoolean()).isFalse();
            second.sendResume(token, first.sessionId(), last);
            assertThat(second.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("missed");
            second.event("RESUMED");
            assertThat(second.lastSequence()).isEqualTo(last + 2);
            Command rejoin = cluster.owner()
                    .await(command -> command.hasAttach()
                            && command.getAttach().hasResumeAfter()
                            && command.getActor().equals(guild(GUILD)));
            assertThat(rejoin.getAttach().getResumeAfter().getEpoch()).isPositive();
            second.close();
            third.sendResume(token, first.sessionId(), last + 2);
            third.event("RESUMED");
        }
    }

    @Test
    void whatIsParkedIsTakenOnceAndByItsUserOnly() {
        ByteString state = ByteString.copyFromUtf8("a state");
        parked.put("one", 7, state).toCompletableFuture().join();
        assertThat(parked.take("one", 8).toCompletableFuture().join()).isEmpty();
        assertThat(parked.take("one", 7).toCompletableFuture().join()).contains(state);
        assertThat(parked.take("one", 7).toCompletableFuture().join()).isEmpty();
    }
}
