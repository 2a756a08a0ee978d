package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Roll;
import io.guildhall.model.rpc.RollCall;
import io.guildhall.model.rpc.RollCallReply;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RollAnswersTest {
    private static final long BROKEN = 2;

    @Test
    void whateverOneAudienceThrowsTheOthersAreToldOf() {
        FakeDiscovery discovery = new FakeDiscovery();
        discovery.set(Role.GUILD, discovery.self(Role.GUILD).id());
        RollAnswers answers = new RollAnswers(
                discovery,
                RollAnswersTest::audience,
                new SessionDepartures(command -> new CompletableFuture<>(), (pause, action) -> {}));

        RollCallReply reply = answers.answer(RollCall.newBuilder()
                .setGateway("gateway")
                .addRolls(roll(1))
                .addRolls(roll(BROKEN))
                .addRolls(roll(3))
                .build());

        assertThat(reply.getDifferingList())
                .extracting(differing -> differing.getActor().getId())
                .containsExactly(1L, 3L);
    }

    private static Optional<Audience> audience(ActorKey actor) {
        if (actor.getId() == BROKEN) {
            throw new StackOverflowError("on purpose");
        }
        return Optional.empty();
    }

    private static Roll roll(long guild) {
        return Roll.newBuilder()
                .setActor(Keys.guild(guild))
                .setCount(1)
                .setDigest(7)
                .build();
    }
}
