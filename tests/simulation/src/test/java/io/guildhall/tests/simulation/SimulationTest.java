package io.guildhall.tests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.tests.simulation.redirect.Defect;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Many small disasters. A seed that fails here fails in the same way with {@code ./guildhall simulate --from SEED --seeds 1}. */
class SimulationTest {
    private static final long SEEDS_UNTIL_A_DEFECT_SHOWS = 1_000;

    private static Seeds seeds;

    @BeforeAll
    static void begin() {
        Logger.getLogger("").setLevel(Level.OFF);
        seeds = new Seeds();
    }

    @ParameterizedTest
    @CsvSource({"LEDGER, 1000", "TOWN, 60", "OUTAGE, 60"})
    void everyPromiseIsKeptWithEverySeed(Kind kind, long count) {
        List<Verdict> broken =
                broken(seeds, kind, LongStream.rangeClosed(1, count)).toList();

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aClassThatIsBrokenOnPurposeIsFoundOut(Defect defect) {
        Stream<Verdict> broken = broken(
                new Seeds(Optional.of(defect)), where(defect), LongStream.rangeClosed(1, SEEDS_UNTIL_A_DEFECT_SHOWS));

        assertThat(broken.findFirst()).isPresent();
    }

    /** What of the cluster a class has a part in. */
    private static Kind where(Defect defect) {
        return switch (defect) {
            case FENCE_OFF, NO_DEDUPLICATION, CURSOR_NOT_STORED -> Kind.LEDGER;
            case NO_GATEWAY_WINDOW,
                    NO_ROOM_FOR_WHAT_WAS_MISSED,
                    NO_SLOW_READERS,
                    EVERYBODY_SEES,
                    PAST_RIGHTS_FORGOTTEN -> Kind.TOWN;
            case NOBODY_IS_TOLD, WHO_COMES_LATER_IS_NOT_TOLD -> Kind.OUTAGE;
        };
    }

    @ParameterizedTest
    @EnumSource
    void aSeedAlwaysTakesTheSameSteps(Kind kind) {
        List<String> first = seeds.steps(kind, 7);
        Seeds fresh = new Seeds();
        List<String> other = fresh.steps(kind, 8);
        List<String> again = fresh.steps(kind, 7);

        assertThat(first).isNotEmpty();
        assertThat(Steps.parting(first, again)).isEmpty();
        assertThat(Steps.parting(first, other)).isNotEmpty();
    }

    @Test
    void twoRunsThatPartAreToldWhere() {
        List<String> one = List.of("a", "b", "c");

        assertThat(Steps.parting(one, List.of("a", "b", "c"))).isEmpty();
        assertThat(Steps.parting(one, List.of("a", "x", "c"))).isEqualTo("a\nstep 1 of one: b\nstep 1 of the other: x");
        assertThat(Steps.parting(one, List.of("a", "b"))).endsWith("step 2 of one: c\nstep 2 of the other: none");
    }

    private static Stream<Verdict> broken(Seeds running, Kind kind, LongStream numbers) {
        return numbers.mapToObj(seed -> running.run(kind, seed)).filter(verdict -> !verdict.held());
    }
}
