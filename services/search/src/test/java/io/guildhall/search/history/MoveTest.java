package io.guildhall.search.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.search.binding.Beside;
import io.guildhall.search.binding.Binding;
import io.guildhall.search.binding.Bindings;
import io.guildhall.search.binding.CellBook;
import io.guildhall.search.binding.MemoryBindingCache;
import io.guildhall.search.binding.Placement;
import io.guildhall.search.cell.CellLinks;
import io.guildhall.search.cell.Cells;
import io.guildhall.search.cell.FixedCells;
import io.guildhall.search.cell.MemoryCellLoads;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.growth.Growth;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.guildhall.search.index.IndexNames;
import io.guildhall.search.index.IndexWriters;
import io.guildhall.search.index.Indexes;
import io.guildhall.search.index.Intake;
import io.guildhall.search.metrics.SearchMetrics;
import io.guildhall.search.route.Routing;
import io.guildhall.search.store.MemoryStores;
import io.guildhall.search.store.Store;
import io.guildhall.testing.ManualClock;
import io.guildhall.testing.Settings;
import io.guildhall.testing.backend.LocalBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guild that became too large moves into an index of its own in a real cell, while it is written to and searched. */
class MoveTest {
    private static final int MESSAGES = 30;

    /** Of this run only: the cell is shared. */
    private final Home home = new Home(ActorKind.GUILD, System.nanoTime());

    private final long channel = home.id() + 1;
    private final long first = Snowflake.lowestAt(Snowflake.EPOCH + 300_000_000_000L) + (home.id() & 0xFFFFFFFL) * 1000;
    private final Cells cells =
            FixedCells.of(List.of("one=http://" + LocalBackend.shared(LocalBackend.Kind.ELASTICSEARCH)));
    private final SearchConfig config = Settings.of(SearchConfig.class)
            .with(Map.of(
                    "guildhall.search.replicas", "0", "guildhall.search.large", "20", "guildhall.search.shards", "2"));
    private final Store store = MemoryStores.open();
    private final MemoryCellLoads loads = new MemoryCellLoads();
    private final SearchMetrics metrics = new SearchMetrics(new SimpleMeterRegistry());
    private final CellLinks links = new CellLinks(cells, loads, config, metrics);
    private final Indexes indexes = new Indexes(links, config);
    private final Intake intake = new Intake(indexes, metrics);
    private final IndexWriters writers = new IndexWriters(indexes, intake, links, config, metrics);
    private final ManualClock clock = new ManualClock();
    private final Bindings bindings = node();
    private final BuildQueue queue = new BuildQueue(store, clock, config);
    private final Growth growth = new Growth(bindings, queue, indexes, config);
    private final HomeMaker maker = new HomeMaker(
            queue, new HistoryReader(store, queue, indexes, intake, metrics), bindings, indexes, metrics, clock);
    private final Set<Long> there = new TreeSet<>();
    private Destination shared;
    private long sequence;

    @BeforeEach
    void aGuildThatIsIndexedWithOthers() {
        store.write(Write.to(Channels.TABLE, home.id(), channel)
                .set(Channels.TYPE, 0L)
                .build());
        store.write(Write.to(MessageBuckets.TABLE, channel, MessageBucket.of(first))
                .set(MessageBuckets.FIRST_MESSAGE_ID, first)
                .build());
        shared = bindings.findOrBind(home).destination();
        queue.add(binding());
        LongStream.range(0, MESSAGES).forEach(number -> say(bindings, number));
        work();
        assertThat(binding().complete()).isTrue();
        assertThat(found(shared)).isEqualTo(there);
    }

    @Test
    void everyMessageIsFoundOnceAtEachMomentOfAMoveAndNothingStaysBehind() {
        Bindings late = node();
        late.find(home);
        growth.look(home);
        assertThat(binding().destination()).isEqualTo(shared);

        // A node that has not heard of it, before the store is read.
        say(late, MESSAGES);
        say(bindings, MESSAGES + 1);
        delete(bindings, 3);
        work();
        assertThat(binding().destination()).as("not before all nodes know").isEqualTo(shared);
        assertThat(found(shared)).isEqualTo(there);

        settle();
        delete(bindings, 4);
        Bindings lateAgain = node();
        lateAgain.find(home);
        work();
        Destination own = binding().destination();
        assertThat(own.index()).isEqualTo(IndexNames.own(home, 2));
        assertThat(found(own)).isEqualTo(there);

        // A node that searches the old index still, and one that knows of both.
        say(lateAgain, MESSAGES + 2);
        say(bindings, MESSAGES + 3);
        delete(bindings, 5);
        assertThat(found(own)).isEqualTo(there);
        assertThat(found(shared)).isEqualTo(there);

        settle();
        work();
        say(bindings, MESSAGES + 4);
        settle();
        work();
        assertThat(binding().beside()).isEmpty();
        assertThat(found(own)).isEqualTo(there);
        assertThat(found(shared)).isEmpty();
        assertThat(binding().complete()).isTrue();
        assertThat(due()).isEmpty();
    }

    @Test
    void aMoveWhoseNodeDiedIsTakenUpAgain() {
        bindings.beginMove(binding());
        assertThat(due()).isEmpty();

        growth.look(home);
        settle();
        work();

        assertThat(IndexNames.isOwn(binding().destination().index())).isTrue();
        due().forEach(queue::remove);
        growth.look(home);
        settle();
        work();
        assertThat(binding().beside().orElseThrow().phase()).isEqualTo(Beside.Phase.LEFT);
    }

    @Test
    void aGapWhileAGuildIsOnItsWayHasItMadeAnewWhereItIsAndTakesTheOtherIndexAway() {
        growth.look(home);
        Destination own = binding().beside().orElseThrow().where();
        say(bindings, MESSAGES);
        assertThat(found(own)).hasSize(1);

        bindings.renew(home).ifPresent(queue::add);
        assertThat(binding().complete()).isFalse();
        work();

        assertThat(binding().destination()).isEqualTo(shared);
        assertThat(binding().complete()).isTrue();
        assertThat(found(shared)).isEqualTo(there);
        settle();
        work();
        assertThat(binding().beside()).isEmpty();
    }

    @Test
    void aGuildThatHasAnIndexOfItsOwnKeepsOneWhereverItIsBound() {
        growth.look(home);
        settle();
        work();

        Binding bound = bindings.rebind(home, Optional.of("one"));

        assertThat(bound.destination().index()).isEqualTo(IndexNames.own(home, 2));
    }

    private Bindings node() {
        CellBook book = new CellBook(store);
        return new Bindings(
                store,
                book,
                new Placement(cells, loads, book, config),
                new MemoryBindingCache(clock, config.bindings()),
                clock);
    }

    private Binding binding() {
        return bindings.current(home).orElseThrow();
    }

    private void settle() {
        clock.advance(config.bindings().multipliedBy(2));
    }

    /** What is due now, once. */
    private void work() {
        for (Build build : due()) {
            maker.step(build, new Pace(1_000_000, () -> true)).ifPresentOrElse(queue::put, () -> queue.remove(build));
        }
    }

    private List<Build> due() {
        return queue.after(home.share(BuildQueue.SLICES), Optional.empty()).stream()
                .filter(queue::isDue)
                .toList();
    }

    private void say(Bindings node, long number) {
        long id = first + number;
        store.write(Write.to(Messages.TABLE, channel, MessageBucket.of(id), id)
                .set(Messages.AUTHOR_ID, 7L)
                .set(Messages.CONTENT, "hello")
                .build());
        there.add(id);
        tell(node, MessageFact.is(home.id(), channel, ByteString.copyFromUtf8("""
            {"id":"%d","channel_id":"%d","type":0,"author":{"id":"7"},"content":"hello","mentions":[],
            "mention_roles":[],"attachments":[],"embeds":[],"components":[]}
            """.formatted(id, channel))));
    }

    private void delete(Bindings node, long number) {
        long id = first + number;
        store.write(Write.delete(Messages.TABLE, channel, MessageBucket.of(id), id));
        there.remove(id);
        tell(node, MessageFact.gone(home.id(), channel, List.of(id)));
    }

    private void tell(Bindings node, Fact fact) {
        new Routing(node, writers, queue, metrics)
                .route(EventLogRecord.newBuilder()
                        .setActor(home.key())
                        .setTold(LogEntry.newBuilder()
                                .setPosition(Position.newBuilder().setEpoch(1).setSequence(++sequence))
                                .setFact(fact))
                        .build())
                .done()
                .toCompletableFuture()
                .join();
    }

    private Set<Long> found(Destination where) {
        return indexes.with(
                where,
                index ->
                        index
                                .ranked(SearchQuery.everything(Place.of(home.id(), Set.of(channel))), 0, 1_000)
                                .ranked()
                                .stream()
                                .map(ranked -> ranked.hit().message())
                                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
