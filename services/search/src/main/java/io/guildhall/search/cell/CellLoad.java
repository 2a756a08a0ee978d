package io.guildhall.search.cell;

/**
 * How much a cell has to do.
 *
 * @param answering whether it does
 */
public record CellLoad(boolean answering, long documents, long bytes) {
    /** Of a cell that nobody asked yet, or that does not answer. */
    public static final CellLoad NONE = new CellLoad(false, 0, 0);
}
