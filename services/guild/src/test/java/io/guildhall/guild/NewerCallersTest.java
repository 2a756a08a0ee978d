package io.guildhall.guild;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Stage;
import io.guildhall.guild.privatechannel.PrivateChannelBehaviour;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Failure;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.PrivateChannels;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only nodes of a later release know is refused so that it may be asked again, and has changed nothing. */
class NewerCallersTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long guild = town.guild(alice);

    /** Ways in which a caller can be newer than this node. */
    enum Newer {
        OPERATION(Command.newBuilder().setRest(call("inventTheWheel"))),
        STEP(Command.newBuilder().setInternal(Internal.newBuilder().setStep("roll the wheel"))),
        PAYLOAD(Command.newBuilder());

        private final Command.Builder command;

        Newer(Command.Builder command) {
            this.command = command;
        }

        private static RestCall call(String operation) {
            return RestCall.newBuilder()
                    .setOperation(operation)
                    .setCaller(Caller.newBuilder().setUserId(1))
                    .build();
        }

        Command to(ActorKey actor) {
            return command.clone().setActor(actor).build();
        }
    }

    @AfterEach
    void close() {
        town.close();
    }

    @ParameterizedTest
    @EnumSource
    void guildsAskForPatience(Newer newer) {
        expectPatience(town.stage(), newer.to(Keys.guild(guild)));
    }

    @ParameterizedTest
    @EnumSource
    void peopleAskForPatience(Newer newer) {
        expectPatience(town.stage(), newer.to(Keys.user(alice)));
    }

    @ParameterizedTest
    @EnumSource
    void privateChannelsAskForPatience(Newer newer) {
        long channel = town.nextId();
        town.rows()
                .writeNow(List.of(Write.to(PrivateChannels.TABLE, channel)
                        .set(PrivateChannels.RECIPIENTS, List.of(alice))
                        .build()));
        Stage stage = new Stage(
                town.rows(),
                town.clock(),
                List.of(new PrivateChannelBehaviour(
                        List.of(), List.of(), List.of(), town.clock(), new AttachmentLinks("a secret", town.clock()))));
        expectPatience(stage, newer.to(Keys.privateChannel(channel)));
    }

    private static void expectPatience(Stage stage, Command command) {
        Failure refused = stage.run(command).getFailure();
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getNothingDone()).isTrue();
        assertThat(refused.getRetryAfter()).isPositive();
    }
}
