package io.guildhall.ownerclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InOrderTest {
    private final List<Command> sent = new ArrayList<>();
    private final List<CompletableFuture<Outcome>> answers = new ArrayList<>();
    private final InOrder<String> order = new InOrder<>(this::send);

    @Test
    void aCommandLeavesWhenTheOneBeforeItIsAnswered() {
        execute("caller", 1, "first");
        CompletableFuture<Outcome> second = execute("caller", 1, "second");
        CompletableFuture<Outcome> third = execute("caller", 1, "third");
        assertThat(sent).extracting(Command::getTrace).containsExactly("first");

        answers.get(0).completeExceptionally(new IllegalStateException("lost"));
        assertThat(sent).extracting(Command::getTrace).containsExactly("first", "second");
        answers.get(1).complete(Outcome.getDefaultInstance());
        answers.get(2).complete(Outcome.getDefaultInstance());

        assertThat(sent).extracting(Command::getTrace).containsExactly("first", "second", "third");
        assertThat(second).isCompleted();
        assertThat(third).isCompleted();
    }

    @Test
    void anErrorOfOneCommandHoldsUpNoneBehindIt() {
        boolean[] broken = {true};
        InOrder<String> failing = new InOrder<>(command -> {
            if (broken[0]) {
                throw new NoClassDefFoundError("gone");
            }
            return send(command);
        });
        assertThat(failing.execute("caller", Command.getDefaultInstance()).subscribeAsCompletionStage())
                .isCompletedExceptionally();
        broken[0] = false;

        assertThat(failing.execute("caller", Command.getDefaultInstance()).subscribeAsCompletionStage())
                .isNotCompletedExceptionally();

        assertThat(sent).hasSize(1);
    }

    @Test
    void othersAreNotHeldUp() {
        execute("caller", 1, "first");
        execute("caller", 2, "to another actor");
        execute("another", 1, "of another caller");

        assertThat(sent).hasSize(3);
    }

    @Test
    void onlySoManyWait() {
        execute("caller", 1, "first");
        for (int waiting = 0; waiting < InOrder.MOST_WAITING; waiting++) {
            assertThat(execute("caller", 1, "waits")).isNotDone();
        }

        assertThat(execute("caller", 1, "too much").join().getFailure().getStatus())
                .isEqualTo(503);
    }

    private Uni<Outcome> send(Command command) {
        return Uni.createFrom().completionStage(() -> {
            sent.add(command);
            CompletableFuture<Outcome> answer = new CompletableFuture<>();
            answers.add(answer);
            return answer;
        });
    }

    private CompletableFuture<Outcome> execute(String caller, long actor, String name) {
        return order.execute(
                        caller,
                        Command.newBuilder()
                                .setActor(ActorKey.newBuilder().setId(actor))
                                .setTrace(name)
                                .build())
                .subscribeAsCompletionStage();
    }
}
