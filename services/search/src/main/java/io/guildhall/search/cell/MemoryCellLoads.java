package io.guildhall.search.cell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads that this node found out by itself. */
public final class MemoryCellLoads implements CellLoads {
    private final Map<String, CellLoad> loads = new ConcurrentHashMap<>();

    @Override
    public CellLoad of(String cell) {
        return loads.getOrDefault(cell, CellLoad.NONE);
    }

    @Override
    public void tell(String cell, CellLoad load) {
        loads.put(cell, load);
    }
}
