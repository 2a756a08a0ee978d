package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An owner looks from time to time whether another node has claimed what it has. */
class EpochRoundsTest {
    private static final Duration STALE = EpochRounds.FRESH.plusMillis(1);

    private final ManualClock clock = new ManualClock();
    private final CountedStorage storage = new CountedStorage();
    private final Actors owner = CountingOwner.of(storage, clock);
    private final Actors other = CountingOwner.of(storage, clock);

    @Test
    void anOwnerThatOnlyReadsLearnsThatAnotherNodeHasClaimed() {
        run(owner, 1, "add");
        run(other, 1, "add");
        assertThat(run(owner, 1, "get")).as("it does not know yet").isEqualTo(1);

        clock.advance(STALE);
        owner.findClaimed();
        assertThat(run(owner, 1, "get")).isEqualTo(2);
    }

    @Test
    void anOwnerThatNobodyReplacedKeepsItsState() {
        run(owner, 1, "add");
        clock.advance(STALE);
        owner.findClaimed();
        storage.claims = 0;

        assertThat(run(owner, 1, "get")).isEqualTo(1);
        assertThat(storage.claims).isZero();
    }

    @Test
    void whatIsFreshIsNotAsked() {
        run(owner, 1, "get");
        clock.advance(STALE);
        run(owner, 1, "add");
        storage.questions();
        owner.findClaimed();
        assertThat(storage.questions()).as("a write was acknowledged just now").isZero();

        clock.advance(STALE);
        owner.findClaimed();
        assertThat(storage.questions()).isOne();
        owner.findClaimed();
        assertThat(storage.questions()).isZero();
    }

    @Test
    void aClockThatIsSetBackMakesNothingFresh() {
        run(owner, 1, "add");
        clock.advance(Duration.ofHours(-1));
        run(other, 1, "add");

        owner.findClaimed();
        assertThat(run(owner, 1, "get")).isEqualTo(2);
    }

    @Test
    void manyActorsTakeTurns() {
        int actors = 2 * EpochRounds.MOST + 1;
        for (int actor = 1; actor <= actors; actor++) {
            run(owner, actor, "add");
            run(other, actor, "add");
        }
        clock.advance(STALE);
        storage.questions();

        owner.findClaimed();
        assertThat(storage.questions()).isEqualTo(EpochRounds.MOST);
        // Those who were told may not have given up by the next round, and are asked about once more then.
        Eventually.until(() -> {
            owner.findClaimed();
            return IntStream.rangeClosed(1, actors).allMatch(actor -> run(owner, actor, "get") == 2);
        });
    }

    @Test
    void aRoundEndsWhenTheStoreDoesNotAnswer() {
        run(owner, 1, "add");
        run(owner, 2, "add");
        run(other, 1, "add");
        clock.advance(STALE);
        storage.questions();

        storage.away = true;
        owner.findClaimed();
        assertThat(storage.questions()).isOne();

        storage.away = false;
        owner.findClaimed();
        assertThat(run(owner, 1, "get")).isEqualTo(2);
    }

    private static long run(Actors at, long actor, String step) {
        CompletionStage<Outcome> outcome = at.execute(Command.newBuilder()
                .setActor(Keys.guild(actor))
                .setInternal(Internal.newBuilder().setStep(step))
                .build());
        return Json.parse(outcome.toCompletableFuture().join().getSuccess().getBody())
                .path("count")
                .asLong(-1);
    }

    private static final class CountedStorage implements StorageFacade {
        private final InMemoryStorage rows = new InMemoryStorage();
        private int questions;
        private int claims;
        private boolean away;

        /** Reads of epochs since the last time. */
        private synchronized int questions() {
            int asked = questions;
            questions = 0;
            return asked;
        }

        @Override
        public synchronized List<RowView> read(Table table, ReadRequest request) {
            if (table.name().equals(ActorEpochs.TABLE.name())) {
                questions++;
                if (away) {
                    throw new StorageUnavailable("away, as this test wants");
                }
            }
            return rows.read(table, request);
        }

        @Override
        public CompletionStage<?> write(WriteRequest batch) {
            return rows.write(batch);
        }

        @Override
        public synchronized boolean writeConditional(WriteRequest batch) {
            claims++;
            return rows.writeConditional(batch);
        }
    }
}
