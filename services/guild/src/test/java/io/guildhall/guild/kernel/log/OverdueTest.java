package io.guildhall.guild.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Outcomes;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.ManualClock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class OverdueTest {
    private static final ActorKey AWAY = Keys.user(7);
    private static final ActorKey ALSO_AWAY = Keys.user(9);
    private static final ActorKey THERE = Keys.user(8);
    private static final ActorKey WATCHING = Keys.user(10);
    /** So many looks at an entry of any position are too many. */
    private static final int TOO_LONG = HeldEntries.PATIENCE + HeldEntries.SPREAD;

    private final InMemoryStorage storage = new InMemoryStorage();
    private final List<List<String>> told = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> watched = new CopyOnWriteArrayList<>();
    private int looks;
    private volatile boolean away = true;
    private volatile boolean deaf;
    private String failing = "none";
    private final LoggingActor actor =
            new LoggingActor(storage, 1, this::answer, this::tell, Optional.empty(), new ManualClock(), storage::read);

    @Test
    void whoWaitsIsToldAfterSoManyLooksAndAFewMore() {
        actor.send(AWAY, "first");
        actor.send(THERE, "other");

        look(HeldEntries.PATIENCE);
        assertThat(told).isEmpty();
        look(HeldEntries.SPREAD);

        assertThat(told).containsExactly(List.of("first"));
    }

    @Test
    void whoBeganToWaitMeanwhileIsToldInTheSameTimeAndNoSooner() {
        actor.send(AWAY, "first");
        look(TOO_LONG);
        told.clear();

        look(HeldEntries.PATIENCE - HeldEntries.SPREAD);
        assertThat(told).isEmpty();
        look(2 * HeldEntries.SPREAD);

        assertThat(told).containsExactly(List.of("first"));
        look(4 * TOO_LONG);
        assertThat(told).hasSizeBetween(4, 5);
    }

    @Test
    void whatWaitsBehindItIsToldWithIt() {
        actor.send(AWAY, "first");
        look(TOO_LONG - 5);
        actor.send(AWAY, "second");
        look(5);
        assertThat(told).containsExactly(List.of("first", "second"));

        actor.send(AWAY, "third");
        look(TOO_LONG);

        assertThat(told).containsExactly(List.of("first", "second"), List.of("first", "second", "third"));
    }

    @Test
    void whatIsTakenInTimeIsNotTold() {
        actor.send(AWAY, "first");
        look(HeldEntries.PATIENCE - 1);
        away = false;
        Eventually.until(actor::settle);

        look(TOO_LONG);

        assertThat(told).isEmpty();
    }

    @Test
    void whatCouldNotBeToldIsToldLater() {
        deaf = true;
        actor.send(AWAY, "first");
        look(TOO_LONG);
        told.clear();
        deaf = false;

        look(2);

        assertThat(told).containsExactly(List.of("first"));
    }

    @Test
    void whatCouldNotBeToldAndArrivesIsNotToldAnyMore() {
        deaf = true;
        actor.send(AWAY, "first");
        look(TOO_LONG);
        away = false;
        Eventually.until(actor::settle);
        told.clear();

        look(TOO_LONG);

        assertThat(told).isEmpty();
    }

    @Test
    void aTellingThatFailsKeepsNobodyElseFromBeingTold() {
        failing = "first";
        actor.send(AWAY, "first");
        actor.send(ALSO_AWAY, "second");

        look(TOO_LONG);

        assertThat(told).contains(List.of("second"));
    }

    @Test
    void whatWasToldStillArrivesOnce() {
        actor.send(AWAY, "first");
        look(TOO_LONG);
        assertThat(told).hasSize(1);

        away = false;
        Eventually.until(() -> taken.contains("first"));

        assertThat(taken).containsExactly("first");
    }

    /**
     * Another thread may be at work for the reader, and looks when it has done so. What is sent behind the looks is offered behind them, so
     * that they are over when it arrives.
     */
    private void look(int times) {
        for (int count = 0; count < times; count++) {
            actor.look();
        }
        String behind = "behind " + ++looks;
        actor.send(WATCHING, behind);
        Eventually.until(() -> watched.contains(behind));
    }

    private OverdueNotice tell(List<Command> messages) {
        List<String> steps = messages.stream()
                .map(message -> message.getInternal().getStep())
                .toList();
        return () -> {
            if (steps.contains(failing)) {
                throw new AssertionError("The telling fails");
            }
            told.add(steps);
            return !deaf;
        };
    }

    private CompletionStage<Outcome> answer(Command command) {
        if (command.getActor().equals(WATCHING)) {
            watched.add(command.getInternal().getStep());
            return CompletableFuture.completedFuture(Outcomes.success(200, ByteString.EMPTY));
        }
        boolean refused = away && !command.getActor().equals(THERE);
        if (!refused) {
            taken.add(command.getInternal().getStep());
        }
        return CompletableFuture.completedFuture(
                refused ? Outcomes.unavailable("not now") : Outcomes.success(200, ByteString.EMPTY));
    }
}
