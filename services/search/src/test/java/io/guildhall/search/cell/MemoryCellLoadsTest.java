package io.guildhall.search.cell;

class MemoryCellLoadsTest extends CellLoadsContract {
    private final MemoryCellLoads loads = new MemoryCellLoads();

    @Override
    CellLoads loads() {
        return loads;
    }
}
