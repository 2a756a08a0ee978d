package io.guildhall.model.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "everyone",
                "HERE",
                "h\u0435r\u0435",
                "\uff45very\uff4fne",
                "here\u0301",
                "he\u200bre",
                "ann\u202egnp",
                "a\u00adnn",
                "\u3164\u3164",
                "a@b",
                "a#b",
                "a:b",
                "a```b",
                "\u0430nna"
            })
    void namesThatPassForOthersOrForMarkupAreRefused(String name) {
        assertThat(UsernameRule.objection(UsernameRule.clean(name))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "\u0430\u043d\u043d\u0430",
                "\u6771\u4eac tokyo",
                "\u00c5sa",
                "\ud83d\ude80 rocket",
                "hereafter",
                "a`b"
            })
    void namesOfAllLanguagesAreTaken(String name) {
        assertThat(UsernameRule.objection(UsernameRule.clean(name))).isEmpty();
    }

    @Test
    void aNameIsKeptComposedAndWithoutSuperfluousSpace() {
        assertThat(UsernameRule.clean(" A\u030asa \u00a0\u2003 x ")).isEqualTo("\u00c5sa x");
        assertThat(UsernameRule.key("A\u030aSA")).isEqualTo(UsernameRule.key("\u00e5sa"));
    }
}
