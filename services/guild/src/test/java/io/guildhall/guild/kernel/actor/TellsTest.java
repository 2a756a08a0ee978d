package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.guild.Eventually;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TellsTest {
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Tells tells = new Tells(this::execute, Duration.ofMillis(1));

    @Test
    void messagesToOneTargetArriveInOrder() {
        for (int index = 0; index < 50; index++) {
            tell("step" + index);
        }
        Eventually.until(() -> delivered.size() == 50);
        assertThat(delivered.getFirst()).isEqualTo("step0");
        assertThat(delivered.getLast()).isEqualTo("step49");
    }

    @Test
    void anUnavailableTargetIsAskedAgainAndTheOrderIsKept() {
        refusals.set(3);
        tell("first");
        tell("second");
        Eventually.until(() -> delivered.size() == 2);
        assertThat(delivered).containsExactly("first", "second");
    }

    @Test
    void aTargetThatStaysAwayLosesTheMessageAndGetsTheNext() {
        refusals.set(Tells.ATTEMPTS);
        tell("lost");
        tell("next");
        Eventually.until(() -> delivered.size() == 1);
        assertThat(delivered).containsExactly("next");
    }

    private void tell(String step) {
        tells.tell(
                Keys.user(7),
                Command.newBuilder()
                        .setActor(Keys.user(7))
                        .setInternal(Internal.newBuilder().setStep(step))
                        .build());
    }

    private CompletionStage<Outcome> execute(Command command) {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return CompletableFuture.completedFuture(Outcomes.unavailable("not now"));
        }
        delivered.add(command.getInternal().getStep());
        return CompletableFuture.completedFuture(Outcomes.success(200, ByteString.EMPTY));
    }
}
