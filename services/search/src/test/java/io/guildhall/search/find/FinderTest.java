package io.guildhall.search.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.MessageSearch.Found;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.Documents;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Message;
import io.guildhall.model.rpc.ActorKind;
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
import io.guildhall.search.history.BuildQueue;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Indexes;
import io.guildhall.search.metrics.SearchMetrics;
import io.guildhall.search.store.MemoryStores;
import io.guildhall.search.store.Store;
import io.guildhall.testing.ManualClock;
import io.guildhall.testing.Settings;
import io.guildhall.testing.backend.LocalBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches in a real cell, whose indexes are of this test only. */
class FinderTest {
    private static final long CHANNEL = 6;

    private final Home home = new Home(ActorKind.GUILD, System.nanoTime());
    private final Cells cells =
            FixedCells.of(List.of("one=http://" + LocalBackend.shared(LocalBackend.Kind.ELASTICSEARCH)));
    private final SearchConfig config = Settings.of(SearchConfig.class)
            .with(Map.of("guildhall.search.replicas", "0", "guildhall.search.patience", "0s"));
    private final Store store = MemoryStores.open();
    private final MemoryCellLoads loads = new MemoryCellLoads();
    private final SearchMetrics metrics = new SearchMetrics(new SimpleMeterRegistry());
    private final Indexes indexes = new Indexes(new CellLinks(cells, loads, config, metrics), config);
    private final ManualClock clock = new ManualClock();
    private final CellBook book = new CellBook(store);
    private final Bindings bindings = new Bindings(
            store,
            book,
            new Placement(cells, loads, book, config),
            new MemoryBindingCache(clock, config.bindings()),
            clock);
    private final Readiness readiness =
            new Readiness(bindings, new BuildQueue(store, clock, config), indexes, clock, config);
    private final Finder finder = new Finder(readiness, indexes, metrics, config);

    /** In an index of its own, so that it can be lost. */
    @BeforeEach
    void aGuildWithAMessage() {
        Binding first = bindings.findOrBind(home);
        bindings.complete(first);
        bindings.beginMove(bindings.current(home).orElseThrow());
        Binding moving = bindings.current(home).orElseThrow();
        Binding binding = bindings.move(moving).orElseThrow();
        indexes.with(binding.destination(), index -> {
            index.apply(
                    List.of(new Change.Put(Documents.of(home.id(), Json.read("""
                        {"id":"7","channel_id":"6","type":0,"author":{"id":"9"},"content":"hello","mentions":[],
                        "mention_roles":[],"attachments":[],"embeds":[],"components":[]}
                        """, Message.class)), new Version(1, 1))));
            index.remember(home.id(), 1);
            index.complete(home.id(), binding.generation());
            return true;
        });
    }

    @Test
    void whatWasFoundCompleteIsNotAskedForAgainForAMoment() {
        assertThat(readiness.settled(terms(1))).isEmpty();
        assertThat(found(1)).isEqualTo(1);

        assertThat(readiness.settled(terms(1))).isPresent();
        assertThat(found(1)).isEqualTo(1);
        clock.advance(config.ready());
        assertThat(readiness.settled(terms(1))).isEmpty();
        assertThat(found(1)).isEqualTo(1);
    }

    @Test
    void ofALaterTermTheCellIsAskedAgain() {
        found(1);

        assertThat(readiness.settled(terms(2))).isEmpty();
        assertThat(found(3)).isNegative();
    }

    @Test
    void anIndexThatTheCellHasLostIsNotSearchedAsIfItWereEmpty() {
        found(1);
        indexes.with(bindings.find(home).orElseThrow().destination(), index -> {
            index.remove();
            return true;
        });
        assertThat(readiness.settled(terms(1))).isPresent();

        assertThat(found(1)).isNegative();
    }

    @Test
    void aHomeThatIsMadeAnewIsNotSearchedAsItWas() {
        found(1);

        bindings.renew(home);

        assertThat(readiness.settled(terms(1))).isEmpty();
        assertThat(found(1)).isNegative();
    }

    private Map<Home, Long> terms(long term) {
        return Map.of(home, term);
    }

    /** How many, or -1 while the index is being made. */
    private long found(long term) {
        Found found = finder.find(SearchQuery.everything(Place.of(home.id(), Set.of(CHANNEL))), terms(term));
        return found instanceof Found.Messages(Hits hits) ? hits.total() : -1;
    }
}
