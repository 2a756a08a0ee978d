package io.guildhall.tests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.tests.simulation.redirect.SimulatedLoader;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapesTest {
    private static final Function<String, String> TRUANT = truant();

    @ParameterizedTest
    @CsvSource({
        "draws gaussian, ThreadLocalRandom.nextGaussian",
        "makes chance, Random.<init>",
        "shuffles, Collections.shuffle",
        "goes on elsewhere, CompletableFuture.thenRunAsync",
        "makes a thread, Thread.<init>",
        "streams side by side, List.parallelStream",
        "asks for the day, LocalDate.now",
        "asks for the date, Date.<init>",
        "measures the heap, Runtime.freeMemory"
    })
    void whatTheSeedDoesNotDecideIsHeldAgainstTheRun(String what, String call) {
        assertThat(TRUANT.apply(what)).contains(call).contains("Truant.act(Truant.java:");
    }

    @Test
    void lotsAreTheSeeds() {
        assertThat(TRUANT.apply("draws")).matches("\\d+").isEqualTo(TRUANT.apply("draws"));
    }

    @SuppressWarnings("unchecked")
    private static Function<String, String> truant() {
        try {
            return (Function<String, String>)
                    Class.forName(Truant.class.getName(), true, new SimulatedLoader(Optional.empty()))
                            .getConstructor()
                            .newInstance();
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
