package io.guildhall.search.operate;

import io.guildhall.model.rpc.CellState;
import io.guildhall.search.binding.CellBook;
import io.guildhall.search.binding.NoCellException;
import io.guildhall.search.cell.CellLoad;
import io.guildhall.search.cell.CellLoads;
import io.guildhall.search.cell.Cells;
import io.guildhall.search.cell.RegisteredCell;
import jakarta.inject.Singleton;
import java.util.List;

/** How the cells are, for operators, and whether they take homes. */
@Singleton
class CellReport {
    private final Cells cells;
    private final CellLoads loads;
    private final CellBook book;

    CellReport(Cells cells, CellLoads loads, CellBook book) {
        this.cells = cells;
        this.loads = loads;
        this.book = book;
    }

    List<CellState> all() {
        return cells.all().values().stream().map(this::state).toList();
    }

    /** How many homes are bound to it still. */
    long drain(String cell, boolean draining) {
        if (!cells.all().containsKey(cell)) {
            throw new NoCellException("there is no cell " + cell);
        }
        book.drain(cell, draining);
        return book.count(cell);
    }

    private CellState state(RegisteredCell cell) {
        CellLoad load = loads.of(cell.name());
        return CellState.newBuilder()
                .setName(cell.name())
                .setAddress(cell.address().toString())
                .setRegistered(true)
                .setDraining(book.isDraining(cell.name()))
                .setAnswering(load.answering())
                .setDocuments(load.documents())
                .setDiskBytes(load.bytes())
                .setHomes(book.count(cell.name()))
                .build();
    }
}
