package io.guildhall.guild.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class EventHistoryTest {
    private static final int EVENT_BYTES = 50_000;

    private final InMemoryStorage storage = new InMemoryStorage();
    private final ManualClock clock = new ManualClock();
    private long mostRead;

    @Test
    void theNextOwnerFindsTheEventsThatTheLastOneStored() {
        owner(1, 3);

        assertThat(after(Positions.of(1, 1), 2)).contains(List.of("1.2", "1.3"));
        assertThat(after(Positions.of(1, 3), 2)).contains(List.of());
        assertThat(after(Positions.of(1, 1), 1)).contains(List.of());
    }

    @Test
    void eventsOfSeveralOwnersComeInTheirOrderWhereverTheirClocksStood() {
        clock.advance(Duration.ofSeconds(121));
        owner(1, 1);
        clock.advance(Duration.ofSeconds(-5));
        owner(2, 1);

        assertThat(after(Positions.of(0, 0), 3)).contains(List.of("1.1", "2.1"));
    }

    @Test
    void eventsOfTheLastTwoMinutesAreFoundOverTheEdgesOfSlots() {
        owner(1, 1);
        clock.advance(Duration.ofSeconds(100));
        owner(2, 1);
        clock.advance(Duration.ofSeconds(20));

        assertThat(after(Positions.of(0, 0), 3)).contains(List.of("1.1", "2.1"));
    }

    @Test
    void moreThanCanBeReplayedIsNotFoundAtAll() {
        owner(1, EventHistory.MOST_EVENTS + 1);

        assertThat(after(Positions.of(1, 1), 2)).isPresent();
        assertThat(after(Positions.of(1, 0), 2)).isEmpty();
    }

    @Test
    void moreBytesThanCanBeReplayedAreNotFoundAndNoAnswerOfTheStoreIsTooLarge() {
        int events = (int) (2 * EventHistory.MOST_BYTES / EVENT_BYTES);
        large(events);

        assertThat(after(Positions.of(1, events - 40), 2))
                .get()
                .asInstanceOf(LIST)
                .hasSize(40);
        assertThat(after(Positions.of(1, 1), 2)).isEmpty();
        assertThat(mostRead).isLessThan(2L << 20);
    }

    private void large(int events) {
        Log log = new LoggingActor(storage, 1, EventHistoryTest::nobody, Optional.empty(), clock).log();
        for (int event = 0; event < events; event++) {
            storage.writeNow(List.of(log.event(
                    log.next(),
                    Event.newBuilder()
                            .setPayload(ByteString.copyFrom(new byte[EVENT_BYTES]))
                            .build())));
        }
    }

    @Test
    void eventsThatANodeOfAnEarlierReleaseStoredAreFoundInTheirPlace() {
        owner(1, 1);
        storage.writeNow(List.of(Write.to(
                        EventOutbox.TABLE, (long) LoggingActor.ACTOR.getKindValue(), LoggingActor.ACTOR.getId(), 2L, 7L)
                .set(
                        EventOutbox.EVENT,
                        Event.newBuilder().setName("2.7").build().toByteString())
                .build()));
        owner(3, 1);

        assertThat(after(Positions.of(0, 0), 4)).contains(List.of("1.1", "2.7", "3.1"));
        assertThat(after(Positions.of(2, 7), 4)).contains(List.of("3.1"));
    }

    private Optional<List<String>> after(Position position, long epoch) {
        return new EventHistory(LoggingActor.ACTOR, epoch, this::read, clock)
                .after(position)
                .map(events ->
                        events.stream().map(event -> event.getEvent().getName()).toList());
    }

    private List<RowView> read(Table table, ReadRequest request) {
        List<RowView> rows = storage.read(table, request);
        mostRead = Math.max(
                mostRead,
                rows.stream().mapToLong(row -> row.row().getSerializedSize()).sum());
        return rows;
    }

    private void owner(long epoch, int events) {
        Log log = new LoggingActor(storage, epoch, EventHistoryTest::nobody, Optional.empty(), clock).log();
        List<Mutation> mutations = new ArrayList<>();
        for (int event = 0; event < events; event++) {
            Position position = log.next();
            String name = position.getEpoch() + "." + position.getSequence();
            mutations.add(log.event(position, Event.newBuilder().setName(name).build()));
        }
        storage.writeNow(mutations);
    }

    private static CompletionStage<Outcome> nobody(Command command) {
        return new CompletableFuture<>();
    }
}
