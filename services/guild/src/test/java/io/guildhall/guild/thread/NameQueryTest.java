package io.guildhall.guild.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameQueryTest {
    @ParameterizedTest
    @CsvSource({
        "'',Anything,0,0",
        "how,How to build,0,0",
        "BUI,How to build,0,0",
        "to build,How to build,0,0",
        "how build,How to build,1,1",
        "a c,a b a c,0,0",
        "über,Der ÜBERGANG,0,0",
        "c++,C: the language,0,0",
    })
    void aNameThatHasTheWordsInTheirOrderFits(String asked, String name, int slop, int distance) {
        assertThat(NameQuery.of(asked, slop).distance(name)).isEqualTo(OptionalInt.of(distance));
    }

    @ParameterizedTest
    @CsvSource({"how build,How to build,0", "build how,How to build,9", "uild,How to build,9", "x,'',0", "a b,a,5"})
    void anotherDoesNot(String asked, String name, int slop) {
        assertThat(NameQuery.of(asked, slop).distance(name)).isEmpty();
    }

    @Test
    void theNearestPlaceCounts() {
        assertThat(NameQuery.of("a b", 5).distance("a x x b a b")).isEqualTo(OptionalInt.of(0));
    }
}
