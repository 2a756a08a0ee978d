package io.guildhall.orchestration.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void optionsHaveValuesAndFlagsAreThereOrNot() {
        Options options = read("--port", "21100", "--tls");
        assertThat(options.value("--port")).contains("21100");
        assertThat(options.value("--store")).isEmpty();
        assertThat(options.has("--tls")).isTrue();
        assertThat(options.has("--native")).isFalse();
    }

    @Test
    void theLastOfEqualOptionsCounts() {
        assertThat(read("--port", "1", "--port", "2").port("--port")).contains(2);
    }

    @Test
    void aValueMayLookLikeAFlag() {
        assertThat(read("--store", "--tls").value("--store")).contains("--tls");
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> read("--prot", "1"))
                .isInstanceOf(Refusal.class)
                .hasMessage("stack up does not know --prot");
    }

    @Test
    void anOptionWithoutItsValueIsNamed() {
        assertThatThrownBy(() -> read("--port")).hasMessage("stack up --port needs a value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "80a", "-1", "99999999999"})
    void aPortIsANumberOfAPort(String text) {
        assertThatThrownBy(() -> read("--port", text).port("--port")).isInstanceOf(Refusal.class);
    }

    private static Options read(String... arguments) {
        return Options.read("stack up", List.of(arguments), Set.of("--port", "--store"), Set.of("--tls", "--native"));
    }
}
