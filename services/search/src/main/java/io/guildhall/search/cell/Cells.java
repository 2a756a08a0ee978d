package io.guildhall.search.cell;

import java.util.Map;

/** Which cells there are. Never blocks. */
@FunctionalInterface
public interface Cells {
    /** By name. Empty while they are not known. */
    Map<String, RegisteredCell> all();
}
