package io.guildhall.storage.moving;

import io.guildhall.model.table.Table;
import io.guildhall.storage.scan.PartitionScanner;
import java.util.OptionalLong;

/** Where rows are copied from. */
public interface Source extends AutoCloseable {
    /** Reads the source as it was when it was opened, or last refreshed, or as it is. */
    PartitionScanner scanner();

    /**
     * A time at or after which nothing that the scanner shows was written, and before everything later, in microseconds since
     * 1970. Copies of cells that have no time of their own carry it.
     */
    long time();

    /** Whether cells have times of their own, and so stay what they are in the target. */
    boolean keepsTimes();

    /** Whether somebody may write to it meanwhile, and to the target as well. */
    boolean isLive();

    /** Looks at the present of a live source. */
    void refresh();

    /** About how many rows a table has, where that is known without reading it. */
    OptionalLong rows(Table table);

    @Override
    void close();
}
