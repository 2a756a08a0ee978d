package io.guildhall.ownerclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.cluster.Contract;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Messages;
import io.guildhall.model.rpc.Moved;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.rpc.Success;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Guild nodes of a lower contract number, in the midst of an upgrade. */
class OlderOwnersTest {
    private static final int NEWER = Contract.OWNER + 1;
    private static final ActorKey ACTOR = ActorKey.newBuilder().setId(42).build();
    private static final Command KNOWN = Command.newBuilder()
            .setActor(ACTOR)
            .setRest(RestCall.newBuilder().setOperation("getGuild"))
            .build();
    private static final Command NEW = KNOWN.toBuilder().setNeeds(NEWER).build();

    private final Guilds guilds = new Guilds();
    private final OwnerClient client = new OwnerClient(guilds, guilds, guilds);
    private Command last;

    OlderOwnersTest() {
        guilds.answer((node, command) -> {
            last = command;
            return done();
        });
    }

    @Test
    void anOwnerFromBeforeTheNumbersIsAskedForNothing() {
        guilds.know(Guilds.node("old", 2));

        expectRefused(KNOWN);
    }

    @Test
    void anOlderOwnerIsNotAskedForWhatItWouldPassOver() {
        guilds.know(Guilds.node("old", Contract.OWNER));

        expectRefused(NEW);
        expectRefused(Command.newBuilder()
                .setActor(ACTOR)
                .setMessages(Messages.newBuilder().addCommands(KNOWN).addCommands(NEW))
                .build());
    }

    @Test
    void anOlderOwnerGoesOnBeingAskedForWhatItKnows() {
        guilds.know(Guilds.node("old", Contract.OWNER));

        assertThat(execute(KNOWN).hasSuccess()).isTrue();
        assertThat(guilds.asked).containsExactly("old");
    }

    @Test
    void whatAnOlderOwnerDoesNotKnowIsDoneOnceANewOneIsThere() {
        guilds.know(Guilds.node("old", Contract.OWNER));
        guilds.inAPause(() -> guilds.know(Guilds.node("new", NEWER)));

        assertThat(execute(NEW).hasSuccess()).isTrue();
        assertThat(guilds.asked).containsExactly("new");
        assertThat(last.getNeeds()).as("it may hand the command on").isEqualTo(NEWER);
    }

    @Test
    void aNodeThatIsOnlyNamedIsAskedForWhatItIsSaidToKnow() {
        guilds.know(Guilds.node("new", NEWER));
        guilds.answer((node, command) -> Uni.createFrom()
                .item(Outcome.newBuilder()
                        .setMoved(Moved.newBuilder().setNode("old").setAddress("old:1"))
                        .build()));

        assertThat(execute(KNOWN).getFailure().getStatus()).isEqualTo(503);
        assertThat(guilds.asked).containsOnly("new");
    }

    @Test
    void aProcessBeginsOnceAllOwnersUnderstandItAndGoesOnWhenTheyGoBack() {
        UpgradedOwners owners = new UpgradedOwners(guilds);
        assertThat(owners.known()).as("nobody is there").isFalse();
        guilds.know(Guilds.node("old", Contract.OWNER - 1), Guilds.node("new", Contract.OWNER));
        assertThat(owners.known()).as("one is old").isFalse();
        guilds.know(Guilds.node("leaves", true), Guilds.node("new", Contract.OWNER));
        assertThat(owners.known()).isTrue();
        guilds.know(Guilds.node("old", Contract.OWNER - 1), Guilds.node("new", Contract.OWNER));
        assertThat(owners.known()).as("one went back").isTrue();
        guilds.know();
        assertThat(owners.known()).as("nobody is there any more").isFalse();
    }

    private void expectRefused(Command command) {
        Outcome outcome = execute(command);
        assertThat(outcome.getFailure().getStatus()).isEqualTo(503);
        assertThat(outcome.getFailure().getNothingDone()).isTrue();
        assertThat(outcome.getFailure().getRetryAfter()).isPositive();
        assertThat(guilds.asked).isEmpty();
    }

    private Outcome execute(Command command) {
        return client.execute(command, Terms.once(Duration.ofSeconds(10)))
                .await()
                .indefinitely();
    }

    private static Uni<Outcome> done() {
        return Uni.createFrom()
                .item(Outcome.newBuilder()
                        .setSuccess(Success.newBuilder().setStatus(200))
                        .build());
    }
}
