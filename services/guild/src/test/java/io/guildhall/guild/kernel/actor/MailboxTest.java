package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.observability.process.Guard;
import io.guildhall.testing.Eventually;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final List<Integer> exits = new CopyOnWriteArrayList<>();

    @Test
    void anErrorOfOneCommandIsItsOwnOutcomeAndTheNextOneRuns() {
        Mailbox mailbox = mailbox(() -> new StackOverflowError("on purpose"));
        CompletableFuture<Outcome> broken = offer(mailbox, true);
        CompletableFuture<Outcome> next = offer(mailbox, false);
        assertThat(broken.join().getFailure().getStatus()).isEqualTo(500);
        assertThat(next.join().hasSuccess()).isTrue();
        Eventually.until(mailbox::isIdle);
        assertThat(exits).isEmpty();
    }

    @Test
    void aCloseThatFailsCompletesWithWhatCameInBehindIt() {
        Mailbox mailbox = mailbox(() -> new AssertionError("on purpose"));
        CompletableFuture<List<Work>> left = new CompletableFuture<>();
        assertThat(mailbox.offer(new Work.Close(left))).isEqualTo(Mailbox.Offer.TAKEN);
        assertThat(left.join()).isEmpty();
        assertThat(mailbox.offer(new Work.Close(left))).isEqualTo(Mailbox.Offer.CLOSED);
    }

    @Test
    void outOfMemoryEndsTheProcess() {
        Mailbox mailbox = mailbox(() -> new OutOfMemoryError("on purpose"));
        offer(mailbox, true).join();
        assertThat(exits).containsExactly(Guard.EXIT_CODE);
    }

    /** Commands with a trace fail, and so does closing. */
    private Mailbox mailbox(Supplier<Error> error) {
        return new Mailbox(
                10,
                "test",
                work -> {},
                work -> {
                    switch (work) {
                        case Work.Run run -> {
                            if (!run.command().getTrace().isEmpty()) {
                                throw error.get();
                            }
                            run.outcome().complete(Outcomes.success(200, ByteString.EMPTY));
                        }
                        case Work.Settle settle -> throw error.get();
                        case Work.Deliver deliver -> throw error.get();
                        case Work.Close close -> throw error.get();
                        case Work.Lost lost -> {}
                        case Work.Stale stale -> {}
                    }
                },
                new Guard(exits::add));
    }

    private static CompletableFuture<Outcome> offer(Mailbox mailbox, boolean fails) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Command command = Command.newBuilder().setTrace(fails ? "fails" : "").build();
        assertThat(mailbox.offer(new Work.Run(command, outcome))).isEqualTo(Mailbox.Offer.TAKEN);
        return outcome;
    }
}
