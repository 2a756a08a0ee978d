package io.guildhall.model.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeEmojiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "👍🏽",
                "❤️",
                "❤",
                "1️⃣",
                "1⃣",
                "#️⃣",
                "🇩🇪",
                "👨‍👩‍👧",
                "👩🏾‍🚀",
                "❤️‍🔥",
                "🏳️‍🌈",
                "🏴‍☠️",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "☺",
                "☝🏻",
                "🏽",
                "🧑‍🦰",
                "🤷‍♀️",
                "✉",
                "✉️",
                "🫡"
            })
    void whatIsShownAsOneIsOne(String text) {
        assertThat(UnicodeEmoji.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "12", "1", "#", "👍a", "👍1", "1👍", "👍👎", "👍‍", "‍👍", "🇩", "🇩🇪🇫🇷", "️", "👍 "
            })
    void textAndSeveralAreNone(String text) {
        assertThat(UnicodeEmoji.is(text)).isFalse();
    }
}
