package io.guildhall.orchestration.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.orchestration.commandline.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestOptionsTest {
    @Test
    void everythingIsTestedUnlessAPartIsAskedFor() {
        assertThat(read()).isEqualTo(new TestOptions(Part.ALL, Optional.empty(), false));
    }

    @ParameterizedTest
    @CsvSource({
        "all, ALL",
        "unit, UNIT",
        "chart, CHART",
        "standalone, STANDALONE",
        "web, WEB",
        "clients, CLIENTS",
        "stack, STACK",
        "failover, FAILOVER",
        "voice, VOICE",
        "search, SEARCH",
        "long, LONG"
    })
    void aPartHasItsName(String word, Part part) {
        assertThat(read("--only", word).part()).isEqualTo(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "units", "UNIT", "processes", "against"})
    void anyOtherWordNamesNone(String word) {
        assertThatThrownBy(() -> read("--only", word))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "test --only unit, chart, standalone, web, push, voice, clients, bots, stack, failover, search"
                                + " or long");
    }

    @Test
    void anInstanceThatRunsIsTestedAlone() {
        assertThat(read("--against", "http://127.0.0.1:8080/"))
                .isEqualTo(new TestOptions(Part.AGAINST, Optional.of("http://127.0.0.1:8080"), false));
    }

    @Test
    void executablesAreTestedAsProcesses() {
        assertThat(read("--native")).isEqualTo(new TestOptions(Part.PROCESSES, Optional.empty(), true));
        assertThat(read("--native", "--only", "failover").part()).isEqualTo(Part.FAILOVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit", "chart", "standalone", "web", "clients"})
    void nothingElseHasExecutables(String part) {
        assertThatThrownBy(() -> read("--native", "--only", part))
                .hasMessage("test --native is for the stack and failover");
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> read("--fast")).hasMessage("test does not know --fast");
    }

    @ParameterizedTest
    @CsvSource({"soak, 60", "soak --minutes 5, 5"})
    void aSoakTakesAnHourOrWhatIsAskedFor(String line, String minutes) {
        List<String> words = List.of(line.split(" "));
        assertThat(SoakCommand.minutes(words.subList(1, words.size()))).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "an hour", ""})
    void minutesAreAWholeNumber(String minutes) {
        assertThatThrownBy(() -> SoakCommand.minutes(List.of("--minutes", minutes)))
                .hasMessage("soak --minutes takes a whole number");
    }

    private static TestOptions read(String... arguments) {
        return TestOptions.read(List.of(arguments));
    }
}
