package io.guildhall.search.cell;

/** How loaded each cell is, as it was said last. Never blocks. */
public interface CellLoads {
    CellLoad of(String cell);

    void tell(String cell, CellLoad load);
}
