package io.guildhall.search.binding;

import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.SearchCells;
import io.guildhall.search.home.Home;
import io.guildhall.search.store.Store;
import jakarta.inject.Singleton;
import java.util.List;

/** What is bound to each cell, and which cells are being emptied. */
@Singleton
public class CellBook {
    /** Into so many slices the homes of a cell are parted, so that several nodes share in emptying it. */
    public static final int SLICES = 16;

    private final Store store;

    public CellBook(Store store) {
        this.store = store;
    }

    /** Written before a home is bound. */
    void enter(String cell, Home home) {
        store.write(Write.to(SearchCells.TABLE, cell, slice(home), home.number(), home.id())
                .set(SearchCells.DRAINING, false)
                .build());
    }

    /** Written once a home is bound elsewhere, or found to be. */
    public void leave(String cell, Home home) {
        store.write(Write.delete(SearchCells.TABLE, cell, slice(home), home.number(), home.id()));
    }

    public List<Home> homes(String cell, int slice) {
        return store.all(SearchCells.TABLE, cell, (long) slice).stream()
                .map(CellBook::home)
                .toList();
    }

    /** How many homes are bound to it. */
    public long count(String cell) {
        long homes = 0;
        for (long slice = 0; slice < SLICES; slice++) {
            homes += store.count(SearchCells.TABLE, cell, slice);
        }
        return homes;
    }

    public boolean isDraining(String cell) {
        return store.row(SearchCells.TABLE, cell, SearchCells.OF_CELL, 0L, 0L)
                .map(row -> row.get(SearchCells.DRAINING, false))
                .orElse(false);
    }

    public void drain(String cell, boolean draining) {
        store.write(Write.to(SearchCells.TABLE, cell, SearchCells.OF_CELL, 0L, 0L)
                .set(SearchCells.DRAINING, draining)
                .build());
    }

    private static long slice(Home home) {
        return home.share(SLICES);
    }

    private static Home home(RowView row) {
        return new Home(ActorKind.forNumber(row.get(SearchCells.KIND).intValue()), row.get(SearchCells.HOME_ID));
    }
}
