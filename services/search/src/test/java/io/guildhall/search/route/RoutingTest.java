package io.guildhall.search.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.Version;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.search.binding.Binding;
import io.guildhall.search.binding.Bindings;
import io.guildhall.search.binding.CellBook;
import io.guildhall.search.binding.MemoryBindingCache;
import io.guildhall.search.binding.Placement;
import io.guildhall.search.cell.Cells;
import io.guildhall.search.cell.FixedCells;
import io.guildhall.search.cell.MemoryCellLoads;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.history.BuildQueue;
import io.guildhall.search.home.Home;
import io.guildhall.search.metrics.SearchMetrics;
import io.guildhall.search.route.RecordingWriters.Written;
import io.guildhall.search.route.Routing.Route;
import io.guildhall.search.store.MemoryStores;
import io.guildhall.search.store.Store;
import io.guildhall.testing.ManualClock;
import io.guildhall.testing.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {
    private static final ActorKey GUILD =
            ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(5).build();

    private final SearchConfig config = Settings.of(SearchConfig.class).defaults();
    private final List<ReadRequest> reads = new ArrayList<>();
    private final ManualClock clock = new ManualClock();
    private final Store store = MemoryStores.open(reads::add);
    private final MemoryCellLoads loads = new MemoryCellLoads();
    private Cells cells = FixedCells.of(List.of("one=http://localhost:1"));
    private final CellBook book = new CellBook(store);
    private final Bindings bindings = new Bindings(
            store,
            book,
            new Placement(() -> cells.all(), loads, book, config),
            new MemoryBindingCache(clock, config.bindings()),
            clock);
    private final RecordingWriters writers = RecordingWriters.of(() -> cells.all(), loads, config);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Routing routing =
            new Routing(bindings, writers, new BuildQueue(store, clock, config), new SearchMetrics(meters));

    @Test
    void aMessageBindsItsHomeAndIsWrittenWithItsPosition() {
        Route route = routing.route(told(GUILD, is(5), 3));

        Binding binding = bindings.find(Home.of(GUILD)).orElseThrow();
        assertThat(route.cell()).hasValue("one");
        Written written = writers.written.getFirst();
        assertThat(written.destination()).isEqualTo(binding.destination());
        assertThat(written.changes()).singleElement().isInstanceOfSatisfying(Change.Put.class, put -> assertThat(
                        put.version())
                .isEqualTo(new Version(2, 3)));
        assertThat(binding.complete()).isFalse();
    }

    /** Also of one whose time is over just now: who asked whether it is known, and then routed, would have asked the store after all. */
    @Test
    void aRouteIsToldAtOnceOnlyWhereTheStoreNeedNotBeAsked() {
        EventLogRecord message = told(GUILD, is(5), 3);
        assertThat(routing.atOnce(message)).isEmpty();
        assertThat(reads).isEmpty();
        routing.route(message);
        reads.clear();

        assertThat(routing.atOnce(message).orElseThrow().cell()).hasValue("one");
        assertThat(writers.written).hasSize(2);
        assertThat(reads).isEmpty();
        clock.advance(config.bindings());
        assertThat(routing.atOnce(message)).isEmpty();
        assertThat(writers.written).hasSize(2);
        assertThat(reads).isEmpty();
    }

    @Test
    void whatIsGoneBindsNothing() {
        Route route = routing.route(told(GUILD, MessageFact.gone(5, 6, List.of(7L)), 3));

        assertThat(route.cell()).isEmpty();
        assertThat(bindings.find(Home.of(GUILD))).isEmpty();
        assertThat(writers.written).isEmpty();
    }

    @Test
    void eachDeletedMessageIsRemovedWithThePositionOfTheFact() {
        routing.route(told(GUILD, is(5), 3));
        routing.route(told(GUILD, MessageFact.gone(5, 6, List.of(7L, 8L)), 4));

        assertThat(writers.written.getLast().changes())
                .containsExactly(new Change.Remove(7, new Version(2, 4)), new Change.Remove(8, new Version(2, 4)));
    }

    @Test
    void aGapHasTheHomeMadeAnew() {
        routing.route(told(GUILD, is(5), 3));
        Binding before = bindings.find(Home.of(GUILD)).orElseThrow();
        bindings.complete(before);

        routing.route(EventLogRecord.newBuilder()
                .setActor(GUILD)
                .setGap(Position.newBuilder().setEpoch(2))
                .build());

        Binding after = bindings.current(Home.of(GUILD)).orElseThrow();
        assertThat(after.complete()).isFalse();
        assertThat(after.generation()).isGreaterThan(before.generation());
    }

    @Test
    void othersThanHomesAndOtherTopicsGoNowhere() {
        ActorKey user = GUILD.toBuilder().setKind(ActorKind.USER).build();
        Fact push = Fact.newBuilder().setTopic("pushes").build();

        assertThat(routing.route(told(user, is(5), 3)).cell()).isEmpty();
        assertThat(routing.route(told(GUILD, push, 3)).cell()).isEmpty();
        assertThat(writers.written).isEmpty();
    }

    /** As one of a later version: to try it again for ever would hold up all that follows it in its partition. */
    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"home\":\"5\",\"message\":{\"id\":\"7\"}}", "{\"home\":\"nobody\"}"})
    void aFactThatNobodyCanReadGoesNowhereAndIsCounted(String payload) {
        Fact broken = Fact.newBuilder()
                .setTopic(MessageFact.TOPIC)
                .setPayload(ByteString.copyFromUtf8(payload))
                .build();

        assertThat(routing.route(told(GUILD, broken, 3)).cell()).isEmpty();
        assertThat(bindings.find(Home.of(GUILD))).isEmpty();
        routing.route(told(GUILD, is(5), 3));
        assertThat(routing.atOnce(told(GUILD, broken, 4)).orElseThrow().cell()).isEmpty();
        assertThat(writers.written).hasSize(1);
        assertThat(meters.counter("guildhall.search.log.unreadable").count()).isEqualTo(2);
    }

    @Test
    void whatACellDoesNotTakeFailsAndSaysForWhichCellItIs() {
        writers.away = true;

        Route route = routing.route(told(GUILD, is(5), 3));

        assertThat(route.cell()).hasValue("one");
        assertThat(route.done().toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void aHomeWhoseCellIsGoneMovesToAnotherWithItsNextMessage() {
        routing.route(told(GUILD, is(5), 3));
        cells = FixedCells.of(List.of("two=http://localhost:2"));

        Route route = routing.route(told(GUILD, is(5), 4));

        assertThat(route.cell()).hasValue("two");
        assertThat(bindings.current(Home.of(GUILD)).orElseThrow().generation()).isEqualTo(2);
    }

    private static EventLogRecord told(ActorKey actor, Fact fact, long sequence) {
        return EventLogRecord.newBuilder()
                .setActor(actor)
                .setTold(LogEntry.newBuilder()
                        .setPosition(Position.newBuilder().setEpoch(2).setSequence(sequence))
                        .setFact(fact))
                .build();
    }

    private static Fact is(long home) {
        return MessageFact.is(home, 6, ByteString.copyFromUtf8("""
            {"id":"7","channel_id":"6","type":0,"author":{"id":"9"},"content":"hello","mentions":[],
            "mention_roles":[],"attachments":[],"embeds":[],"components":[]}
            """));
    }
}
