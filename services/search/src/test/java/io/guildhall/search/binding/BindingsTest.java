package io.guildhall.search.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.rpc.ActorKind;
import io.guildhall.search.cell.CellLoad;
import io.guildhall.search.cell.Cells;
import io.guildhall.search.cell.FixedCells;
import io.guildhall.search.cell.MemoryCellLoads;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.home.Home;
import io.guildhall.search.store.MemoryStores;
import io.guildhall.search.store.Store;
import io.guildhall.testing.ManualClock;
import io.guildhall.testing.Settings;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BindingsTest {
    private static final Home GUILD = new Home(ActorKind.GUILD, 1_234_567);

    private final Store store = MemoryStores.open();
    private final CellBook book = new CellBook(store);
    private final MemoryCellLoads loads = new MemoryCellLoads();
    private final ManualClock clock = new ManualClock();
    private Cells cells = FixedCells.of(List.of("one=http://localhost:1", "two=http://localhost:2"));

    @BeforeEach
    void bothAnswer() {
        loads.tell("one", new CellLoad(true, 500, 0));
        loads.tell("two", new CellLoad(true, 100, 0));
    }

    @Test
    void aHomeIsBoundToTheLeastLoadedCellThatAnswers() {
        assertThat(node().findOrBind(GUILD).destination().cell()).isEqualTo("two");

        loads.tell("two", CellLoad.NONE);

        assertThat(node().findOrBind(new Home(ActorKind.GUILD, 2)).destination().cell())
                .isEqualTo("one");
    }

    @Test
    void nothingNewIsBoundToACellThatIsBeingEmptied() {
        book.drain("two", true);
        assertThat(node().findOrBind(GUILD).destination().cell()).isEqualTo("one");
        assertThatThrownBy(() -> node().rebind(GUILD, Optional.of("two"))).isInstanceOf(NoCellException.class);
        book.drain("one", true);

        assertThatThrownBy(() -> node().findOrBind(new Home(ActorKind.GUILD, 2)))
                .isInstanceOf(NoCellException.class);
    }

    @Test
    void ofNodesThatBindAHomeAtTheSameTimeOneWinsAndTheOthersFollow() throws Exception {
        for (int round = 1; round <= 20; round++) {
            Home home = new Home(ActorKind.PRIVATE_CHANNEL, round);
            Set<Binding> found = new HashSet<>();
            try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Binding>> binding = List.of(
                        nodes.submit(() -> node().findOrBind(home)),
                        nodes.submit(() -> node().rebind(home, Optional.empty())),
                        nodes.submit(() -> node().findOrBind(home)));
                for (Future<Binding> bound : binding) {
                    found.add(bound.get());
                }
            }
            found.add(node().current(home).orElseThrow());

            assertThat(found)
                    .extracting(Binding::destination)
                    .containsOnly(found.iterator().next().destination());
        }
    }

    @Test
    void whoIsBoundElsewhereIsMadeAnewAndStandsInTheNewCellsBookOnly() {
        Bindings node = node();
        Binding before = node.findOrBind(GUILD);
        assertThat(node.complete(before)).isTrue();

        Binding after = node.rebind(GUILD, Optional.of("one"));

        assertThat(after.destination().cell()).isEqualTo("one");
        assertThat(after.generation()).isGreaterThan(before.generation());
        assertThat(after.complete()).isFalse();
        assertThat(homes("one")).containsExactly(GUILD);
        assertThat(homes("two")).isEmpty();
        assertThatThrownBy(() -> node.rebind(GUILD, Optional.of("three"))).isInstanceOf(NoCellException.class);
    }

    /** Else how far the other index came would count as how far this one did. */
    @Test
    void whatIsMadeAnewWhileAnotherIndexIsFilledHasAGenerationOfItsOwn() {
        Bindings node = node();
        node.complete(node.findOrBind(GUILD));
        Binding moving = node.beginMove(node.current(GUILD).orElseThrow()).orElseThrow();

        long renewed = node.renew(GUILD).orElseThrow().generation();

        assertThat(renewed).isGreaterThan(moving.comingGeneration().orElseThrow());
    }

    @Test
    void anOlderGenerationIsNeverComplete() {
        Binding old = node().findOrBind(GUILD);
        Binding anew = node().renew(GUILD).orElseThrow();

        assertThat(node().complete(old)).isFalse();
        assertThat(node().current(GUILD).orElseThrow().complete()).isFalse();
        assertThat(node().complete(anew)).isTrue();
        assertThat(node().current(GUILD).orElseThrow().complete()).isTrue();
    }

    @Test
    void aDroppedHomeIsBoundAgainAsANewGeneration() {
        Bindings node = node();
        Binding before = node.findOrBind(GUILD);

        assertThat(node.drop(GUILD)).isPresent();
        assertThat(node.find(GUILD)).isEmpty();
        assertThat(homes("two")).isEmpty();
        Binding again = node.findOrBind(GUILD);

        assertThat(again.generation()).isGreaterThan(before.generation());
        assertThat(node.complete(before)).isFalse();
    }

    @Test
    void aBindingIsUsedForAShortTimeAfterItWasChangedElsewhereAndNotLonger() {
        Bindings node = node();
        Binding before = node.findOrBind(GUILD);
        node().rebind(GUILD, Optional.of("one"));

        assertThat(node.find(GUILD)).hasValue(before);
        clock.advance(Settings.of(SearchConfig.class).defaults().bindings().plus(Duration.ofMillis(1)));

        assertThat(node.find(GUILD).orElseThrow().destination().cell()).isEqualTo("one");
    }

    @Test
    void aCellThatIsOneNoMoreIsLostButNotWhileNobodyKnowsTheCells() {
        Binding binding = node().findOrBind(GUILD);
        cells = FixedCells.of(List.of("one=http://localhost:1"));
        assertThat(node().isLost(binding)).isTrue();

        cells = FixedCells.of(List.of());

        assertThat(node().isLost(binding)).isFalse();
    }

    private Bindings node() {
        SearchConfig config = Settings.of(SearchConfig.class).defaults();
        return new Bindings(
                store,
                book,
                new Placement(() -> cells.all(), loads, book, config),
                new MemoryBindingCache(clock, config.bindings()),
                clock);
    }

    private List<Home> homes(String cell) {
        return IntStream.range(0, CellBook.SLICES)
                .boxed()
                .flatMap(slice -> book.homes(cell, slice).stream())
                .toList();
    }
}
