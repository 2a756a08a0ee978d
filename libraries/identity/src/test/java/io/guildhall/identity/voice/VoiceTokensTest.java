package io.guildhall.identity.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceTokensTest {
    private static final VoiceToken TOKEN = new VoiceToken(1, 2, 3, 1_700_000_000_000L, -5);

    private final VoiceTokens tokens = new VoiceTokens("a secret of at least thirty-two characters");

    @Test
    void theNodeReadsWhatWasWrittenForItAndTheSession() {
        assertThat(tokens.read(tokens.write(TOKEN, "session", "node"), "session", "node"))
                .contains(TOKEN);
    }

    @Test
    void anotherSessionNodeOrSecretReadsNothing() {
        String text = tokens.write(TOKEN, "session", "node");
        assertThat(tokens.read(text, "session2", "node")).isEmpty();
        assertThat(tokens.read(text, "session", "node2")).isEmpty();
        assertThat(tokens.read(text, "sessionn", "ode")).isEmpty();
        assertThat(new VoiceTokens("another secret of thirty-two characters").read(text, "session", "node"))
                .isEmpty();
    }

    @Test
    void aTokenThatIsChangedAnywhereIsNone() {
        String text = tokens.write(TOKEN, "session", "node");
        Random random = new Random(7);
        for (int at = 0; at < text.length(); at++) {
            StringBuilder changed = new StringBuilder(text);
            char other = "ABCDwxyz0189-_".charAt(random.nextInt(14));
            changed.setCharAt(at, other);
            assertThat(tokens.read(changed.toString(), "session", "node").isPresent())
                    .as("character %d", at)
                    .isEqualTo(changed.toString().equals(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guild-7", "ääää", "=", "************************************************"})
    void whatIsNoTokenIsNone(String text) {
        assertThat(tokens.read(text, "session", "node")).isEmpty();
        assertThat(tokens.read(text.repeat(2), "session", "node")).isEmpty();
        assertThat(tokens.read("*".repeat(96), "session", "node")).isEmpty();
    }
}
