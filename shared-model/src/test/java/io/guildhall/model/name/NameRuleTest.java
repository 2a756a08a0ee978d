package io.guildhall.model.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "  a   b  ",
                "\ta\r\n\tb\n",
                "\u00a0a\u00a0\u2003b\u202f",
                "\u3000a\u3000b",
                "a\u2028b\u2029",
                "\u0085a\u0085b"
            })
    void anyWhiteSpaceIsOneSpaceWithinAndNoneAtTheEnds(String name) {
        assertThat(NameRule.clean(name)).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\u3000", "\u200b", "\u200b \u2060\ufeff", "\u202e", "\u0000"})
    void aNameThatShowsNothingIsEmpty(String name) {
        assertThat(NameRule.clean(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a-b", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\u0645\u06cc\u200c\u0631\u0648\u062f"
            })
    void whatJoinsLettersAndPicturesStays(String name) {
        assertThat(NameRule.clean(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Clyde",
                "my CLYDEs",
                "cl\u200byde",
                "\uff43\uff4c\uff59\uff44\uff45",
                "\u0441lyd\u0435",
                "cly\u0301de"
            })
    void aWordIsReadHoweverItIsWritten(String name) {
        assertThat(NameRule.reads(name, "clyde")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cly de", "clydd", ""})
    void aWordIsNotReadAcrossTwo(String name) {
        assertThat(NameRule.reads(name, "clyde")).isFalse();
    }

    @Test
    void textKeepsWhatIsBetweenItsEnds() {
        assertThat(WhiteSpace.trimmed("\u00a0\n a  b\n\n c \u3000")).isEqualTo("a  b\n\n c");
        assertThat(WhiteSpace.trimmed(" \u00a0 ")).isEmpty();
    }
}
