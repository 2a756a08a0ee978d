package io.guildhall.search.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.messageindex.query.Words;
import io.guildhall.messageindex.stored.StoredChannel;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
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
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Indexes;
import io.guildhall.search.index.Intake;
import io.guildhall.search.metrics.SearchMetrics;
import io.guildhall.search.store.MemoryStores;
import io.guildhall.search.store.Store;
import io.guildhall.testing.Settings;
import io.guildhall.testing.backend.LocalBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real cell lacks of what is stored, or has though it was deleted, is found and mended. */
class ReconcilerTest {
    /** Each finds what differs with a likelihood of more than a half. */
    private static final int LOOKS = 60;

    private static final int MESSAGES = 250;
    private static final long FIRST = Snowflake.lowestAt(Snowflake.EPOCH + 300_000_000_000L);

    /** Of this run only: the cell is shared. */
    private final Home home = new Home(ActorKind.GUILD, System.nanoTime());

    private final long channel = home.id() + 1;
    private final Cells cells =
            FixedCells.of(List.of("one=http://" + LocalBackend.shared(LocalBackend.Kind.ELASTICSEARCH)));
    private final SearchConfig config = Settings.of(SearchConfig.class).with(Map.of("guildhall.search.replicas", "0"));
    private final Store store = MemoryStores.open();
    private final MemoryCellLoads loads = new MemoryCellLoads();
    private final SearchMetrics metrics = new SearchMetrics(new SimpleMeterRegistry());
    private final Indexes indexes = new Indexes(new CellLinks(cells, loads, config, metrics), config);
    private final CellBook book = new CellBook(store);
    private final Bindings bindings = new Bindings(
            store,
            book,
            new Placement(cells, loads, book, config),
            new MemoryBindingCache(Clock.systemUTC(), config.bindings()),
            Clock.systemUTC());
    private final Reconciler reconciler = new Reconciler(
            store,
            bindings,
            new Comparison(store, indexes, new Intake(indexes, metrics), metrics),
            Clock.systemUTC(),
            config);

    private final long base = FIRST + (home.id() & 0xFFFFFFFL) * 1000;
    private Binding binding;

    @BeforeEach
    void store() {
        binding = bindings.findOrBind(home);
        store.write(Write.to(Channels.TABLE, home.id(), channel)
                .set(Channels.TYPE, 0L)
                .build());
        store.write(Write.to(MessageBuckets.TABLE, channel, MessageBucket.of(base))
                .set(MessageBuckets.FIRST_MESSAGE_ID, base)
                .build());
        for (int number = 0; number < MESSAGES; number++) {
            store.write(Write.to(Messages.TABLE, channel, MessageBucket.of(base), base + number)
                    .set(Messages.AUTHOR_ID, 7L)
                    .set(Messages.CONTENT, "hello")
                    .build());
        }
        bindings.complete(binding);
    }

    @Test
    void nothingIsMendedWhereNothingDiffers() {
        index(documents());

        assertThat(reconciler.look(home)).isZero();
        assertThat(found()).isEqualTo(MESSAGES);
    }

    @Test
    void whatIsMissingAnywhereIsPutThereOnceSomeOfItWasMissed() {
        index(documents().stream()
                .filter(document -> (document.id() - base) % 10 != 0)
                .toList());
        assertThat(found()).isEqualTo(MESSAGES * 9 / 10);

        assertThat(looks()).isEqualTo(MESSAGES / 10);
        assertThat(found()).isEqualTo(MESSAGES);
    }

    @Test
    void whatWasDeletedIsTakenOutAndDoesNotComeBack() {
        List<MessageDocument> all = documents();
        index(all);
        LongStream.range(0, MESSAGES)
                .filter(number -> number % 10 == 0)
                .forEach(number ->
                        store.write(Write.delete(Messages.TABLE, channel, MessageBucket.of(base), base + number)));

        assertThat(looks()).isEqualTo(MESSAGES / 10);
        assertThat(found()).isEqualTo(MESSAGES * 9 / 10);
        index(all);
        assertThat(found()).isEqualTo(MESSAGES * 9 / 10);
    }

    @Test
    void aHomeThatIsBeingMadeIsLeftToThoseWhoMakeIt() {
        bindings.renew(home);

        assertThat(reconciler.look(home)).isZero();
        assertThat(found()).isZero();
    }

    private int looks() {
        int mended = 0;
        for (int look = 0; look < LOOKS && mended == 0; look++) {
            mended = reconciler.look(home);
        }
        return mended;
    }

    private List<MessageDocument> documents() {
        List<MessageDocument> documents = new ArrayList<>();
        new StoredChannel(store, home.id(), channel).read(Long.MAX_VALUE, (page, oldest) -> documents.addAll(page));
        return documents;
    }

    /** As facts. */
    private void index(List<MessageDocument> documents) {
        indexes.with(binding.destination(), index -> {
            index.apply(documents.stream()
                    .<Change>map(document -> new Change.Put(document, new Version(0, 1)))
                    .toList());
            return true;
        });
    }

    private long found() {
        SearchQuery query =
                SearchQuery.everything(Place.of(home.id(), Set.of(channel))).with(Words.of("hello"));
        return indexes.with(
                binding.destination(), index -> index.ranked(query, 0, 1).total());
    }
}
