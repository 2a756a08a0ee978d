package io.guildhall.model.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
            strings = {
                "a-b",
                "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "\u0645\u06cc\u200c\u0631\u0648\u062f",
                "\u0915\u094d\u200d\u0937",
                "\u2764\ufe0f\u200d\ud83d\udd25",
                "1\ufe0f\u20e3",
                "\u8fbb\udb40\udd00",
                "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
                "cafe\u0301",
                "\u05e9\u05dc\u05d5\u05dd",
                "a\u2800b"
            })
    void whatJoinsLettersAndPicturesStays(String name) {
        assertThat(NameRule.clean(name)).isEqualTo(name);
    }

    /** One of each kind, wherever it stands in a name. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x061C, 0x200B,
                0x200C, 0x200D, 0x2060, 0x2061, 0x2064, 0xFEFF, 0x00AD, 0x180E, 0xFFF9, 0xFFFB, 0xE0001, 0xE0067,
                        0xE007F,
                0xFE0F, 0xFE00, 0xE0100, 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x0000, 0x0007, 0x001B, 0x007F,
                0x0090
            })
    void whatNobodySeesIsNotInAName(int point) {
        String unseen = Character.toString(point);
        for (String name : List.of("ad%smin", "%sadmin", "admin%s", "ad%1$s%1$smin")) {
            assertThat(NameRule.clean(name.formatted(unseen))).as(name).isEqualTo("admin");
        }
        assertThat(NameRule.clean(unseen)).isEmpty();
        assertThat(NameRule.clean("a " + unseen + " b")).isEqualTo("a b");
    }

    @Test
    void aLineReachesNotBeyondItsEndAndIsOtherwiseAsItWasWritten() {
        assertThat(LineRule.clean(" \u202ea\u2066b\u2069 \u0000c\u202c ")).isEqualTo("ab c");
        assertThat(LineRule.clean("a\u200b\n  b")).isEqualTo("a\u200b\n  b");
        assertThat(LineRule.clean("\u200f\u05e9\u05dc")).isEqualTo("\u200f\u05e9\u05dc");
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
