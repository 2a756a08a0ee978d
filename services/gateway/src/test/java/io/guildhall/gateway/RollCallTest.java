package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.client.TestClient;
import io.guildhall.model.gateway.Attendance;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Roll;
import io.guildhall.model.rpc.RollCall;
import io.guildhall.model.rpc.RollCallReply;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FrequentRollCallsProfile.class)
class RollCallTest extends GatewayTest {
    private static final int STRANGERS = 20;

    private static RollCallReply differing(RollCall call, ActorKind kind) {
        RollCallReply.Builder reply = RollCallReply.newBuilder();
        call.getRollsList().stream()
                .filter(roll -> roll.getActor().getKind() == kind)
                .forEach(
                        roll -> reply.addDiffering(roll.toBuilder().clearCount().clearDigest()));
        return reply.build();
    }

    /** Those of other tests, which still wait to be resumed, may join with it. */
    private static boolean concerns(Command attach, TestClient client) {
        return attach.getAttach().getSessionsList().stream()
                .anyMatch(session -> session.getRef().getNumber() == number(client));
    }

    @Test
    void ownersAreToldWhichSessionsShouldBeThere() throws Exception {
        BlockingQueue<Roll> rolls = new LinkedBlockingQueue<>();
        try (TestClient client = ready()) {
            cluster.owner().rolls(call -> {
                rolls.addAll(call.getRollsList());
                return RollCallReply.getDefaultInstance();
            });
            Attendance alone = Attendance.NONE.with(number(client));
            Roll roll = rolls.take();
            while (!roll.getActor().equals(guild(GUILD)) || roll.getCount() != 1) {
                roll = rolls.take();
            }
            assertThat(roll.getDigest()).isEqualTo(alone.digest());
        }
    }

    @Test
    void aSessionThatItsOwnerDoesNotHaveRejoinsFromWhatItReceived() throws Exception {
        try (TestClient client = ready()) {
            message("heard", client);
            client.event("MESSAGE_CREATE");
            cluster.owner().rolls(call -> differing(call, ActorKind.GUILD));
            Command rejoin = cluster.owner()
                    .await(command ->
                            command.hasAttach() && command.getAttach().hasResumeAfter() && concerns(command, client));
            assertThat(rejoin.getActor()).isEqualTo(guild(GUILD));
            assertThat(rejoin.getAttach().getResumeAfter())
                    .isEqualTo(cluster.relay().position(guild(GUILD)));
        }
    }

    @Test
    void numbersThatNoSessionHasKeepNobodyFromRejoining() throws Exception {
        try (TestClient client = ready()) {
            message("heard", client);
            client.event("MESSAGE_CREATE");
            cluster.owner().rolls(call -> {
                RollCallReply.Builder reply = differing(call, ActorKind.GUILD).toBuilder();
                // Some of them come before the guild, in whatever order.
                for (long other = 1; other <= STRANGERS; other++) {
                    reply.addDiffering(Roll.newBuilder().setActor(guild(other)).addSessions(-other));
                }
                return reply.build();
            });
            cluster.owner()
                    .await(command ->
                            command.hasAttach() && command.getAttach().hasResumeAfter() && concerns(command, client));
        }
    }

    @Test
    void whoIsMissingOnceMayStillBeOnItsWay() throws Exception {
        try (TestClient client = ready()) {
            AtomicInteger calls = new AtomicInteger();
            AtomicInteger lists = new AtomicInteger();
            cluster.owner().rolls(call -> {
                boolean numbers = call.getRolls(0).getSessionsCount() > 0;
                // Nobody was missing at the call before the first.
                boolean missing =
                        calls.getAndIncrement() > 0 && (numbers ? lists.incrementAndGet() % 2 == 1 : lists.get() < 6);
                return missing ? differing(call, ActorKind.GUILD) : RollCallReply.getDefaultInstance();
            });
            while (lists.get() < 6) {
                Thread.sleep(20);
            }
            message("goes on", client);
            assertThat(client.event("MESSAGE_CREATE").get("content").asText()).isEqualTo("goes on");
            assertThat(cluster.owner()
                            .came(command -> command.hasAttach()
                                    && command.getAttach().hasResumeAfter()
                                    && concerns(command, client)))
                    .isEmpty();
        }
    }
}
