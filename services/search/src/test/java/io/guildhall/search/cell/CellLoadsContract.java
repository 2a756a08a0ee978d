package io.guildhall.search.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.Eventually;
import org.junit.jupiter.api.Test;

/** What holds wherever loads are kept. */
abstract class CellLoadsContract {
    private static final CellLoad SOME = new CellLoad(true, 10, 2_000);
    private static final CellLoad MORE = new CellLoad(true, 11, 2_200);

    abstract CellLoads loads();

    @Test
    void ofACellThatNobodyAskedNothingIsKnown() {
        assertThat(loads().of("one")).isEqualTo(CellLoad.NONE);
    }

    @Test
    void whatWasToldLastHolds() {
        CellLoads loads = loads();
        loads.tell("one", SOME);
        Eventually.until(() -> loads.of("one").equals(SOME));
        loads.tell("one", MORE);
        Eventually.until(() -> loads.of("one").equals(MORE));
        assertThat(loads.of("two")).isEqualTo(CellLoad.NONE);
    }

    @Test
    void aCellThatNobodyReachesAnyMoreDoesNotAnswer() {
        CellLoads loads = loads();
        loads.tell("one", SOME);
        loads.tell("one", CellLoad.NONE);
        Eventually.until(() -> !loads.of("one").answering());
    }
}
