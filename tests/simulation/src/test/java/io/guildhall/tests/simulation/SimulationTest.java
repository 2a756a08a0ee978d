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
    @CsvSource({"LEDGER, 200", "TOWN, 20"})
    void everyPromiseIsKeptWithEverySeed(Kind kind, long count) {
        List<Verdict> broken =
                broken(seeds, kind, LongStream.rangeClosed(1, count)).toList();

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aClassThatIsBrokenOnPurposeIsFoundOut(Defect defect) {
        Stream<Verdict> broken = broken(
                new Seeds(Optional.of(defect)), Kind.LEDGER, LongStream.rangeClosed(1, SEEDS_UNTIL_A_DEFECT_SHOWS));

        assertThat(broken.findFirst()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void aSeedAlwaysTakesTheSameSteps(Kind kind) {
        Verdict first = seeds.run(kind, 7);
        Verdict other = seeds.run(kind, 8);

        assertThat(seeds.run(kind, 7)).isEqualTo(first);
        assertThat(new Seeds().run(kind, 7)).isEqualTo(first);
        assertThat(other.fingerprint()).isNotEqualTo(first.fingerprint());
    }

    private static Stream<Verdict> broken(Seeds running, Kind kind, LongStream numbers) {
        return numbers.mapToObj(seed -> running.run(kind, seed)).filter(verdict -> !verdict.held());
    }
}
