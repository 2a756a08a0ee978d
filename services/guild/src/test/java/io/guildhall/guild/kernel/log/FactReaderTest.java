package io.guildhall.guild.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.fact.FactReader;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class FactReaderTest {
    private final InMemoryStorage storage = new InMemoryStorage();
    private final ManualClock clock = new ManualClock();
    private final Publisher publisher = new Publisher();
    private long epoch;

    @Test
    void factsOfOneKeyComeInOrderAndAreForgottenOnceTheyAreSafe() {
        LoggingActor actor = next(Optional.of(publisher));
        actor.tell("message", "created");
        actor.tell("message", "changed");
        actor.tell("message", "deleted");

        Eventually.until(actor::settle);

        assertThat(publisher.seen).containsExactly("created", "changed", "deleted");
        assertThat(LoggingActor.entries(storage, LogLane.FACTS)).isEmpty();
    }

    @Test
    void aPublisherThatWasAwayMissesNothing() {
        LoggingActor dead = next(Optional.of(awayForEver()));
        dead.tell("message", "created");
        dead.log().close();

        LoggingActor actor = next(Optional.of(publisher));
        Eventually.until(actor::settle);

        assertThat(publisher.seen).containsExactly("created");
    }

    @Test
    void onlyOneThatWasAwayForLongerThanFactsAreKeptIsToldOfAGap() {
        LoggingActor dead = next(Optional.of(awayForEver()));
        dead.tell("message", "created");
        dead.log().close();
        clock.advance(LogLane.FACTS.lifetime().plus(Duration.ofHours(1)));

        LoggingActor actor = next(Optional.of(publisher));
        Eventually.until(actor::settle);

        assertThat(publisher.seen).containsExactly("gap after 0", "created");
    }

    @Test
    void aReaderThatFailsWhenItIsToldOfAGapIsToldAgain() {
        LoggingActor dead = next(Optional.of(awayForEver()));
        dead.tell("message", "created");
        dead.log().close();
        clock.advance(LogLane.FACTS.lifetime().plus(Duration.ofHours(1)));
        publisher.broken = true;

        LoggingActor actor = next(Optional.of(publisher));
        assertThat(actor.settle()).isFalse();
        publisher.broken = false;
        Eventually.until(actor::settle);

        assertThat(publisher.seen).containsExactly("gap after 0", "created");
    }

    @Test
    void whatWaitedForAReaderThatWasAwayComesTogether() {
        LoggingActor dead = next(Optional.of(awayForEver()));
        dead.tell("message", "one");
        dead.tell("message", "two");
        dead.tell("message", "three");
        dead.log().close();

        Eventually.until(next(Optional.of(publisher))::settle);

        assertThat(publisher.seen).containsExactly("one", "two", "three");
        assertThat(publisher.together.getLast()).isGreaterThan(1);
    }

    @Test
    void aReaderHearsOfEveryTermThatItIsThereFor() {
        next(Optional.of(publisher)).log().close();
        next(Optional.empty()).log().close();
        next(Optional.of(publisher)).log().close();

        assertThat(publisher.terms).containsExactly(1L, 3L);
    }

    @Test
    void withoutAReaderNothingIsStored() {
        LoggingActor actor = next(Optional.empty());
        actor.tell("message", "created");

        assertThat(LoggingActor.entries(storage, LogLane.FACTS)).isEmpty();
        assertThat(actor.log().isSettled()).isTrue();
    }

    @Test
    void ofATopicThatNobodyReadsNothingIsStored() {
        LoggingActor actor = next(Optional.of(publisher));
        actor.tell("message", "unread");

        assertThat(LoggingActor.entries(storage, LogLane.FACTS)).isEmpty();
        assertThat(publisher.seen).isEmpty();
    }

    @Test
    void severalReadersGetTheirTopicsAndAllHaveToTakeThem() {
        Publisher other = new Publisher();
        other.away = true;
        LoggingActor actor = next(FactReaders.of(List.of(publisher, other)));
        actor.tell("message", "created");
        assertThat(actor.settle()).isFalse();
        other.away = false;

        Eventually.until(actor::settle);

        assertThat(other.seen).containsExactly("created");
        assertThat(publisher.seen).contains("created");
    }

    /** Of an owner that dies: what it still had under way must reach nobody, whenever that is over. */
    private static Publisher awayForEver() {
        Publisher away = new Publisher();
        away.away = true;
        return away;
    }

    private LoggingActor next(Optional<FactReader> reader) {
        return new LoggingActor(storage, ++epoch, command -> new CompletableFuture<>(), reader, clock);
    }

    private static final class Publisher implements FactReader {
        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final List<Integer> together = new CopyOnWriteArrayList<>();
        private final List<Long> terms = new CopyOnWriteArrayList<>();
        private volatile boolean away;
        private volatile boolean broken;

        @Override
        public boolean reads(String topic) {
            return !topic.equals("unread");
        }

        @Override
        public void begins(ActorKey actor, long term) {
            terms.add(term);
        }

        @Override
        public CompletionStage<?> take(ActorKey actor, List<LogEntry> facts) {
            together.add(facts.size());
            return note(facts.stream().map(entry -> entry.getFact().getTopic()).toArray(String[]::new));
        }

        @Override
        public CompletionStage<?> gap(ActorKey actor, Position after) {
            if (broken) {
                throw new NoClassDefFoundError("gone");
            }
            return note("gap after " + after.getSequence());
        }

        private CompletionStage<?> note(String... what) {
            if (away) {
                return CompletableFuture.failedFuture(new IllegalStateException("away"));
            }
            seen.addAll(List.of(what));
            return CompletableFuture.completedFuture(null);
        }
    }
}
