package io.guildhall.orchestration.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.orchestration.suite.Tally;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestRunTest {
    private final List<String> phases = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| chart+modules clients standalone:ALL push voice libraries bots stack:ALL search answers"
                        + " reports:true",
                "--only unit | modules answers reports:true",
                "--only long | long answers reports:true",
                "--only chart | chart answers reports:false",
                "--only standalone | clients standalone:STANDALONE answers reports:false",
                "--only web | clients standalone:WEB answers reports:false",
                "--only push | clients push answers reports:false",
                "--only voice | clients voice answers reports:false",
                "--only clients | clients libraries answers reports:false",
                "--only bots | clients bots answers reports:false",
                "--only stack | clients stack:STACK answers reports:false",
                "--only failover | clients stack:FAILOVER answers reports:false",
                "--only search | search modules clients search answers reports:true",
                "--native | executables clients stack:PROCESSES answers reports:false",
                "--native --only stack | executables clients stack:STACK answers reports:false",
                "--against http://h/ | clients against:http://h answers reports:false"
            })
    void eachPartHasItsPhasesInOrder(String arguments, String expected) {
        run(arguments == null ? List.of() : List.of(arguments.split(" ")));
        assertThat(String.join(" ", phases)).isEqualTo(expected);
    }

    @Test
    void theStackHasTheSuitesOfItsPart() {
        assertThat(Part.PROCESSES.includes(Part.STACK)).isTrue();
        assertThat(Part.PROCESSES.includes(Part.FAILOVER)).isTrue();
        assertThat(Part.STACK.includes(Part.FAILOVER)).isFalse();
        assertThat(Part.FAILOVER.includes(Part.STACK)).isFalse();
        assertThat(Part.ALL.includes(Part.FAILOVER)).isTrue();
        assertThat(Part.ALL.includes(Part.LONG)).isFalse();
    }

    @Test
    void whatComesOfAllPhasesIsAddedUp() {
        // One broken suite in each of eight phases, and the tests of the reports.
        assertThat(run(List.of()))
                .isEqualTo(new Tally(
                        5,
                        List.of(),
                        0,
                        List.of(),
                        List.of(
                                "chart+modules",
                                "standalone:ALL",
                                "push",
                                "voice",
                                "libraries",
                                "bots",
                                "stack:ALL",
                                "search")));
    }

    @Test
    void whoTestsEverythingHearsWhatElseThereIs() {
        run(List.of());
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("Native executables and container images are checked by ./guildhall test --native"
                        + " and ./guildhall images --test; what takes long, by ./guildhall test --only long.");
    }

    private Tally run(List<String> arguments) {
        return new TestRun(new NotedPhases(), new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(TestOptions.read(arguments));
    }

    private final class NotedPhases implements Phases {
        @Override
        public void buildExecutables() {
            phases.add("executables");
        }

        @Override
        public Tally chartAndModules() {
            return broken("chart+modules");
        }

        @Override
        public Tally chart() {
            return broken("chart");
        }

        @Override
        public Tally modules() {
            return broken("modules");
        }

        @Override
        public Tally longModules() {
            return broken("long");
        }

        @Override
        public void prepareClients() {
            phases.add("clients");
        }

        @Override
        public Tally standalone(Part part) {
            return broken("standalone:" + part);
        }

        @Override
        public Tally push() {
            return broken("push");
        }

        @Override
        public Tally voice() {
            return broken("voice");
        }

        @Override
        public Tally libraries() {
            return broken("libraries");
        }

        @Override
        public Tally bots() {
            return broken("bots");
        }

        @Override
        public Tally stack(Part part) {
            return broken("stack:" + part);
        }

        @Override
        public Tally search() {
            return broken("search");
        }

        @Override
        public Tally searchModules() {
            return broken("search modules");
        }

        @Override
        public Tally against(String url) {
            return broken("against:" + url);
        }

        @Override
        public Tally recordedAnswers() {
            phases.add("answers");
            return Tally.NOTHING;
        }

        @Override
        public Tally reports(boolean modules) {
            phases.add("reports:" + modules);
            return Tally.passing(5);
        }

        private Tally broken(String phase) {
            phases.add(phase);
            return Tally.suite(phase, false);
        }
    }
}
