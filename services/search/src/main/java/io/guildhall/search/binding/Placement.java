package io.guildhall.search.binding;

import io.guildhall.search.cell.CellLoads;
import io.guildhall.search.cell.Cells;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.guildhall.search.index.IndexNames;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses where a home is indexed: in the cell with the fewest documents of those that answer and are not being emptied. */
@Singleton
public class Placement {
    private final Cells cells;
    private final CellLoads loads;
    private final CellBook book;
    private final int indexes;
    private final int shards;

    public Placement(Cells cells, CellLoads loads, CellBook book, SearchConfig config) {
        this.cells = cells;
        this.loads = loads;
        this.book = book;
        this.indexes = config.indexes();
        this.shards = config.shards();
    }

    /** @throws NoCellException when there is none */
    Destination choose(Home home) {
        Set<String> open = cells.all().keySet().stream()
                .filter(cell -> !book.isDraining(cell))
                .collect(Collectors.toSet());
        // Of those that nobody could ask yet one is as good as another: what is for it waits.
        Comparator<String> best = Comparator.comparing(
                        (String cell) -> !loads.of(cell).answering())
                .thenComparing(cell -> loads.of(cell).documents())
                .thenComparing(cell -> new Home(home.kind(), home.id() ^ cell.hashCode()).share(Integer.MAX_VALUE));
        return in(open.stream().min(best).orElseThrow(() -> new NoCellException("no cell takes homes")), home);
    }

    /** @throws NoCellException when there is no such cell, or when it is being emptied */
    Destination named(String cell, Home home) {
        if (!cells.all().containsKey(cell) || book.isDraining(cell)) {
            throw new NoCellException("no cell " + cell + " takes homes");
        }
        return in(cell, home);
    }

    private Destination in(String cell, Home home) {
        return new Destination(cell, IndexNames.shared(home, indexes));
    }

    /** An index of the home's own. */
    Destination own(String cell, Home home) {
        return new Destination(cell, IndexNames.own(home, shards));
    }

    /** Whether a cell was taken out of the list of those that there are. Not while nobody knows that list. */
    boolean isGone(String cell) {
        Set<String> known = cells.all().keySet();
        return !known.isEmpty() && !known.contains(cell);
    }
}
