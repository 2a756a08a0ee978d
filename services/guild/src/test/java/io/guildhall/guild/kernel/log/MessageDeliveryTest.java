package io.guildhall.guild.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Outcomes;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Success;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ActorLog;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageDeliveryTest {
    private static final ActorKey ONE = Keys.user(7);
    private static final ActorKey OTHER = Keys.user(8);
    private static final Outcome TAKEN = Outcomes.success(200, ByteString.EMPTY);
    private static final Outcome GONE =
            Outcomes.failure(ApiException.of(ErrorCode.UNKNOWN_USER).toFailure());

    private final InMemoryStorage storage = new InMemoryStorage();
    private final ManualClock clock = new ManualClock();
    private final List<Command> arrived = new CopyOnWriteArrayList<>();
    private final Map<ActorKey, Outcome> answers = new ConcurrentHashMap<>();
    private long epoch;

    @Test
    void messagesToOneTargetArriveInOrderWithTheirPositions() {
        LoggingActor actor = next();
        IntStream.range(0, 50).forEach(index -> actor.send(ONE, "step" + index));

        Eventually.until(() -> arrived.size() == 50);

        assertThat(steps(ONE))
                .isEqualTo(
                        IntStream.range(0, 50).mapToObj(index -> "step" + index).toList());
        assertThat(arrived.getLast().getOrigin().getActor()).isEqualTo(LoggingActor.ACTOR);
        assertThat(arrived.getLast().getOrigin().getPosition().getSequence()).isEqualTo(50);
    }

    @Test
    void aTargetThatIsAwayGetsEverythingInOrderOnceItIsBackAndHoldsNobodyElseUp() {
        answers.put(ONE, Outcomes.unavailable("not now"));
        LoggingActor actor = next();
        actor.send(ONE, "first");
        actor.send(ONE, "second");
        actor.send(OTHER, "meanwhile");
        Eventually.until(() -> steps(OTHER).equals(List.of("meanwhile")));
        Eventually.until(() -> steps(ONE).size() > 2 * LaneReader.MOST_FAILURES / 3);
        assertThat(steps(ONE)).containsOnly("first");

        arrived.clear();
        answers.remove(ONE);
        Eventually.until(() -> steps(ONE).contains("second"));
        Eventually.until(actor::settle);

        assertThat(LoggingActor.entries(storage, LogLane.MESSAGES)).isEmpty();
    }

    @Test
    void aTargetThatIsGoneCountsAsReached() {
        answers.put(ONE, GONE);
        LoggingActor actor = next();
        actor.send(ONE, "in vain");

        Eventually.until(actor::settle);

        assertThat(steps(ONE)).containsExactly("in vain");
        assertThat(LoggingActor.entries(storage, LogLane.ASIDE)).isEmpty();
    }

    @Test
    void whatItsTargetCanNotHandleIsPutAsideAndTheNextGoesOn() {
        answers.put(ONE, Outcomes.broken());
        LoggingActor actor = next();
        actor.send(ONE, "poison");
        Eventually.until(() -> steps(ONE).size() == LaneReader.MOST_FAILURES);
        answers.remove(ONE);
        actor.send(ONE, "cure");
        Eventually.until(() -> steps(ONE).contains("cure"));
        Eventually.until(actor::settle);

        assertThat(LoggingActor.entries(storage, LogLane.ASIDE))
                .extracting(view -> view.entry().getMessage().getInternal().getStep())
                .containsExactly("poison");
    }

    @Test
    void moreThanFitsIntoMemoryIsReadFromTheStoreInOrder() {
        answers.put(ONE, Outcomes.unavailable("not now"));
        LoggingActor actor = next();
        List<String> sent = IntStream.range(0, 3 * HeldEntries.MOST_ENTRIES)
                .mapToObj(index -> "step" + index)
                .toList();
        sent.forEach(step -> actor.send(ONE, step));
        arrived.clear();
        answers.remove(ONE);

        Eventually.until(() -> steps(ONE).contains(sent.getLast()));

        assertThat(steps(ONE)).endsWith(sent.toArray(String[]::new));
        Eventually.until(actor::settle);
        assertThat(LoggingActor.entries(storage, LogLane.MESSAGES)).isEmpty();
    }

    @Test
    void theNextOwnerDeliversWhatTheLastOneStoredBeforeItsOwn() {
        LoggingActor dead = next();
        dead.store(ONE, "stored");
        dead.store(ONE, "too");
        dead.log().close();

        LoggingActor actor = next();
        actor.send(ONE, "new");
        Eventually.until(() -> steps(ONE).size() == 3);

        assertThat(steps(ONE)).containsExactly("stored", "too", "new");
        Eventually.until(actor::settle);
        assertThat(LoggingActor.entries(storage, LogLane.MESSAGES)).isEmpty();
    }

    @Test
    void anOwnerThatFindsEverythingSettledReadsNoEntries() {
        LoggingActor first = next();
        first.send(ONE, "done");
        Eventually.until(first::settle);

        assertThat(LoggingActor.cursor(storage, LogLane.MESSAGES).orElseThrow().isPending())
                .isFalse();
        assertThat(next().log().isSettled()).isTrue();
        assertThat(steps(ONE)).containsExactly("done");
    }

    @Test
    void aRefusedWriteIsTakenBackAndTheNextOneOpensThePartAgain() {
        LoggingActor actor = next();
        Log.Mark before = actor.log().mark();
        actor.log().message(Command.newBuilder().setActor(ONE).build(), new ArrayList<>());
        actor.log().backTo(before);
        assertThat(actor.log().isSettled()).isTrue();

        actor.send(ONE, "kept");
        Eventually.until(actor::settle);

        assertThat(steps(ONE)).containsExactly("kept");
    }

    @Test
    void whatGathersForATargetThatTakesLongGoesTogetherBoundedInNumber() {
        CompletableFuture<Outcome> first = new CompletableFuture<>();
        List<Command> calls = new CopyOnWriteArrayList<>();
        LoggingActor actor = next(command -> {
            calls.add(command);
            return calls.size() == 1 ? first : arrive(command);
        });
        List<String> sent =
                IntStream.range(0, 45).mapToObj(index -> "step" + index).toList();
        sent.forEach(step -> actor.send(ONE, step));
        Eventually.until(() -> calls.size() == 1);
        first.complete(TAKEN);
        Eventually.until(actor::settle);

        assertThat(calls).hasSize(2);
        assertThat(steps(ONE)).isEqualTo(sent.subList(1, 45));
    }

    @Test
    void thoseThatATargetIsNotDoneWithComeAgain() {
        CompletableFuture<Outcome> first = new CompletableFuture<>();
        List<Command> calls = new CopyOnWriteArrayList<>();
        LoggingActor actor = next(command -> {
            calls.add(command);
            return switch (calls.size()) {
                case 1 -> first;
                case 2 -> CompletableFuture.completedFuture(handled(2));
                default -> arrive(command);
            };
        });
        IntStream.range(0, 6).forEach(index -> actor.send(ONE, "step" + index));
        first.complete(TAKEN);
        Eventually.until(actor::settle);

        assertThat(steps(ONE)).containsExactly("step3", "step4", "step5");
    }

    @Test
    void aTargetThatKnowsOfNoMessagesTogetherGetsThemAlone() {
        CompletableFuture<Outcome> first = new CompletableFuture<>();
        List<Command> calls = new CopyOnWriteArrayList<>();
        LoggingActor actor = next(command -> {
            calls.add(command);
            if (command.hasMessages()) {
                return CompletableFuture.completedFuture(GONE);
            }
            return calls.size() == 1 ? first : arrive(command);
        });
        IntStream.range(0, 4).forEach(index -> actor.send(ONE, "step" + index));
        first.complete(TAKEN);
        Eventually.until(actor::settle);

        assertThat(steps(ONE)).containsExactly("step1", "step2", "step3");
    }

    @Test
    void aPageThatIsTooLargeForAnAnswerOfTheStoreIsReadInSmallerOnes() {
        LoggingActor dead = next();
        List<String> large = IntStream.range(0, 2 * LanePages.PAGE)
                .mapToObj(index -> index + "a".repeat(10_000))
                .toList();
        large.forEach(step -> dead.store(ONE, step));
        new LoggingActor(
                storage, ++epoch, this::arrive, Overdue.NOBODY_WAITS, Optional.empty(), clock, (table, request) -> {
                    List<RowView> rows = storage.read(table, request);
                    if (rows.stream()
                                    .mapToInt(row -> row.row().getSerializedSize())
                                    .sum()
                            > 50_000) {
                        throw new IllegalStateException("larger than a message between nodes");
                    }
                    return rows;
                });

        Eventually.until(() -> steps(ONE).size() == large.size());

        assertThat(steps(ONE)).isEqualTo(large);
    }

    @Test
    void whateverTheStoreThrowsItIsReadAgain() {
        LoggingActor dead = next();
        dead.store(ONE, "left");
        AtomicInteger reads = new AtomicInteger();
        new LoggingActor(
                storage, ++epoch, this::arrive, Overdue.NOBODY_WAITS, Optional.empty(), clock, (table, request) -> {
                    if (table.equals(ActorLog.TABLE) && reads.incrementAndGet() <= 2) {
                        throw new StackOverflowError("on purpose");
                    }
                    return storage.read(table, request);
                });

        Eventually.until(() -> steps(ONE).equals(List.of("left")));
    }

    @Test
    void whateverOfferingThrowsTheEntryIsOfferedAgainAndTheRestToo() {
        AtomicInteger offers = new AtomicInteger();
        LoggingActor actor = next(command -> {
            if (offers.incrementAndGet() <= 2) {
                throw new StackOverflowError("on purpose");
            }
            return arrive(command);
        });
        actor.send(ONE, "first");
        actor.send(OTHER, "second");

        Eventually.until(
                () -> steps(ONE).equals(List.of("first")) && steps(OTHER).equals(List.of("second")));
    }

    private LoggingActor next() {
        return next(this::arrive);
    }

    private LoggingActor next(Function<Command, CompletionStage<Outcome>> owners) {
        return new LoggingActor(storage, ++epoch, owners, Optional.empty(), clock);
    }

    private CompletionStage<Outcome> arrive(Command command) {
        Outcome answer = answers.getOrDefault(command.getActor(), TAKEN);
        if (!command.hasMessages()) {
            arrived.add(command);
            return CompletableFuture.completedFuture(answer);
        }
        List<Command> together = command.getMessages().getCommandsList();
        if (answer.equals(TAKEN)) {
            arrived.addAll(together);
            return CompletableFuture.completedFuture(handled(together.size()));
        }
        arrived.add(together.getFirst());
        return CompletableFuture.completedFuture(answer);
    }

    private static Outcome handled(int messages) {
        return Outcome.newBuilder()
                .setSuccess(Success.newBuilder().setStatus(200).setHandled(messages))
                .build();
    }

    private List<String> steps(ActorKey target) {
        return arrived.stream()
                .filter(command -> command.getActor().equals(target))
                .map(command -> command.getInternal().getStep())
                .toList();
    }
}
