package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.rpc.Success;
import io.guildhall.testing.Eventually;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Calls that are only tried. */
class RehearsalTest extends ActorsTestBase {
    @Test
    void aRehearsalTellsHowACallWouldBeRefusedAndChangesNothing() {
        assertThat(rehearse("add").getSuccess())
                .isEqualTo(Success.newBuilder().setStatus(200).build());
        run("add").toCompletableFuture().join();
        assertThat(rehearse("add").hasSuccess()).isTrue();
        assertThat(rehearse("add and refuse").getFailure().getCode()).isEqualTo(50013);
        assertThat(rehearse("add and break").getFailure().getStatus()).isEqualTo(500);
        assertThat(count(run("get"))).isEqualTo(1);
        assertThat(count(run("stored"))).isEqualTo(1);
        assertThat(counter.loads).containsExactly(1L);
    }

    @Test
    void aRehearsalTriesWhatItWouldClaimAndClaimsNothing() {
        String claim = "claim and be refused when it is taken";
        assertThat(rehearse(claim).hasSuccess()).isTrue();
        assertThat(rehearse(claim).hasSuccess()).isTrue();
        assertThat(count(run("claim"))).isEqualTo(1);
        assertThat(rehearse(claim).getFailure().getCode()).isEqualTo(50013);
    }

    @Test
    void aRehearsalWaitsForNoWrite() {
        run("get").toCompletableFuture().join();
        storage.hold();
        CompletionStage<Outcome> added = run("add");
        Eventually.until(() -> storage.heldWrites() == 1);
        assertThat(rehearse("add").hasSuccess()).isTrue();
        storage.release();
        assertThat(count(added)).isEqualTo(1);
    }

    private Outcome rehearse(String operation) {
        return actors.execute(Command.newBuilder()
                        .setActor(Keys.guild(GUILD))
                        .setRehearsal(RestCall.newBuilder().setOperation(operation))
                        .build())
                .toCompletableFuture()
                .join();
    }
}
