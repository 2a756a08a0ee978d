package io.guildhall.voice.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.identity.voice.VoiceToken;
import io.guildhall.identity.voice.VoiceTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    private static final long BEGAN = 1_000_000;

    private final VoiceTokens tokens = new VoiceTokens("a secret");
    private final Admission admission = new Admission(tokens, "node", Duration.ofSeconds(60), BEGAN);

    private String token(long issuedAt, long nonce) {
        return tokens.write(new VoiceToken(1, 2, 3, issuedAt, nonce), "session", "node");
    }

    @Test
    void aTokenIsGoodOnce() {
        String text = token(BEGAN, 1);
        assertThat(admission.take(text, "session", BEGAN)).isPresent();
        assertThat(admission.take(text, "session", BEGAN)).isEmpty();
        assertThat(admission.take(token(BEGAN, 2), "session", BEGAN)).isPresent();
    }

    @Test
    void whoShowsItForAnotherSessionDoesNotUseItUp() {
        String text = token(BEGAN, 1);
        assertThat(admission.take(text, "other", BEGAN)).isEmpty();
        assertThat(admission.take(text, "session", BEGAN)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0, 60000, true", "0, 60001, false", "-1, 0, false", "60000, 0, true", "60001, 0, false"})
    void itIsGoodForAMinuteAndNotFromBeforeTheProcessBegan(long issued, long shown, boolean good) {
        assertThat(admission
                        .take(token(BEGAN + issued, 1), "session", BEGAN + shown)
                        .isPresent())
                .isEqualTo(good);
    }

    @Test
    void aUsedTokenIsRememberedForAsLongAsItWouldBeGood() {
        String ahead = token(BEGAN + 60_000, 1);
        admission.take(ahead, "session", BEGAN);
        admission.forget(BEGAN + 120_000);
        assertThat(admission.take(ahead, "session", BEGAN + 120_000)).isEmpty();
        admission.forget(BEGAN + 200_000);
        assertThat(admission.remembered()).isZero();
    }
}
