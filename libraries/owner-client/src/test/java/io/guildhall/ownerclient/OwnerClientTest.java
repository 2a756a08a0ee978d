package io.guildhall.ownerclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.guildhall.model.cluster.Contract;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Failure;
import io.guildhall.model.rpc.Moved;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Success;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Command COMMAND =
            Command.newBuilder().setActor(ActorKey.newBuilder().setId(42)).build();

    private final Guilds guilds = new Guilds();
    private final OwnerClient client = new OwnerClient(guilds, guilds, guilds);

    @Test
    void followsTheNodeThatIsNamedEvenOneThatItDoesNotKnow() {
        guilds.know(Guilds.node("a", false));
        guilds.answer((node, command) -> node.equals("a") ? moved("b") : done());

        assertThat(execute(Terms.once(PATIENCE)).hasSuccess()).isTrue();
        assertThat(guilds.asked).containsExactly("a", "b");
        assertThat(guilds.pauses).isEmpty();
    }

    @Test
    void aChangeSurvivesADrain() {
        guilds.know(Guilds.node("old", false));
        guilds.answer((node, command) -> refuse("shutting down", true));
        guilds.inAPause(() -> guilds.know(Guilds.node("old", true), Guilds.node("new", false)));
        // The new owner's watch lags: it still believes in the old one, which points back.
        guilds.inAPause(() -> guilds.answer((node, command) -> moved(node.equals("new") ? "old" : "new")));
        guilds.inAPause(() -> {
            guilds.know(Guilds.node("new", false));
            guilds.answer((node, command) -> done());
        });

        assertThat(execute(Terms.once(PATIENCE)).hasSuccess()).isTrue();
        assertThat(guilds.asked).containsExactly("old", "new", "new", "old", "new");
    }

    @Test
    void waitsForTheFirstNode() {
        guilds.inAPause(() -> guilds.know(Guilds.node("first", false)));
        guilds.answer((node, command) -> done());

        assertThat(execute(Terms.once(PATIENCE)).hasSuccess()).isTrue();
    }

    @Test
    void whatMayHaveBeenDoneIsNotDoneTwice() {
        guilds.know(Guilds.node("a", false));
        guilds.answer((node, command) -> refuse("the store did not say", false));
        assertThat(execute(Terms.once(PATIENCE)).getFailure().getStatus()).isEqualTo(503);

        guilds.answer((node, command) -> Uni.createFrom().failure(Status.UNAVAILABLE.asRuntimeException()));
        assertThatThrownBy(() -> execute(Terms.once(PATIENCE))).isInstanceOf(StatusRuntimeException.class);
        assertThat(guilds.asked).hasSize(2);
    }

    @Test
    void whatIsHarmlessIsSentAgainUntilItIsAnswered() {
        guilds.know(Guilds.node("a", false));
        guilds.answer((node, command) -> Uni.createFrom().failure(Status.UNAVAILABLE.asRuntimeException()));
        guilds.inAPause(() -> guilds.answer((node, command) -> refuse("too much to do", false)));
        guilds.inAPause(() -> guilds.answer((node, command) -> done()));

        assertThat(execute(Terms.harmless(PATIENCE)).hasSuccess()).isTrue();
        assertThat(guilds.pauses.getLast()).as("as long as it was asked for").isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsBrokenIsNotSentAgain() {
        guilds.know(Guilds.node("a", false));
        guilds.answer((node, command) -> Uni.createFrom().failure(Status.INTERNAL.asRuntimeException()));

        assertThatThrownBy(() -> execute(Terms.harmless(PATIENCE))).isInstanceOf(StatusRuntimeException.class);
        assertThat(guilds.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 429, 500})
    void aRefusalIsAnAnswer(int status) {
        guilds.know(Guilds.node("a", false));
        guilds.answer((node, command) -> Uni.createFrom()
                .item(Outcome.newBuilder()
                        .setFailure(Failure.newBuilder().setStatus(status))
                        .build()));

        assertThat(execute(Terms.harmless(PATIENCE)).getFailure().getStatus()).isEqualTo(status);
        assertThat(guilds.asked).hasSize(1);
    }

    @Test
    void patienceEndsWithTheLastAnswer() {
        guilds.know(Guilds.node("a", false));
        guilds.answer((node, command) -> moved("a"));

        Outcome outcome = execute(Terms.once(PATIENCE));

        assertThat(outcome.getFailure().getStatus()).isEqualTo(503);
        assertThat(outcome.getFailure().getNothingDone()).isTrue();
        assertThat(guilds.pauses.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(PATIENCE);
        assertThat(guilds.pauses).hasSizeLessThan(20);
    }

    @Test
    void whatNobodyWantsAnyMoreIsNotSentAgain() {
        guilds.know(Guilds.node("a", false));
        guilds.answer((node, command) -> refuse("shutting down", true));

        assertThat(execute(Terms.once(PATIENCE).whileWanted(() -> guilds.asked.size() < 3))
                        .hasFailure())
                .isTrue();
        assertThat(guilds.asked).hasSize(3);
    }

    private Outcome execute(Terms terms) {
        return client.execute(COMMAND, terms).await().indefinitely();
    }

    private static Uni<Outcome> done() {
        return Uni.createFrom()
                .item(Outcome.newBuilder()
                        .setSuccess(Success.newBuilder().setStatus(200))
                        .build());
    }

    private static Uni<Outcome> moved(String node) {
        return Uni.createFrom()
                .item(Outcome.newBuilder()
                        .setMoved(Moved.newBuilder()
                                .setNode(node)
                                .setAddress(node + ":1")
                                .setContract(Contract.OWNER))
                        .build());
    }

    private static Uni<Outcome> refuse(String message, boolean nothingDone) {
        return Uni.createFrom()
                .item(Outcome.newBuilder()
                        .setFailure(Failure.newBuilder()
                                .setStatus(503)
                                .setMessage(message)
                                .setRetryAfter(1)
                                .setNothingDone(nothingDone))
                        .build());
    }
}
