package io.guildhall.identity.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    private final Totp totp = new Totp(SECRET);

    /** The examples of RFC 6238, of whose eight digits apps show six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(totp.code(Totp.step(seconds * 1000))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void aClockMayBeHalfAMinuteOff(long steps, boolean taken) {
        long now = 1_700_000_000_000L;
        String code = totp.code(Totp.step(now) + steps);

        assertThat(totp.stepOf(code, now, -1).isPresent()).isEqualTo(taken);
    }

    @Test
    void whatWasTakenAndWhatIsOlderIsNotTakenAgain() {
        long now = 1_700_000_000_000L;
        long step = Totp.step(now);

        assertThat(totp.stepOf(totp.code(step), now, step - 1)).isEqualTo(OptionalLong.of(step));
        assertThat(totp.stepOf(totp.code(step), now, step)).isEmpty();
        assertThat(totp.stepOf(totp.code(step - 1), now, step)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
        "gezd gnbv gy3t qojq gezd gnbv gy3t qojq",
        "GEZDGNBV-GY3TQOJQ-GEZDGNBV-GY3TQOJQ===="
    })
    void secretsAreReadAsAppsShowThem(String text) {
        assertThat(Base32.decode(text)).hasValue(SECRET);
    }

    @Test
    void otherLettersAreNoSecret() {
        assertThat(Base32.decode("GEZDGNBV1")).isEmpty();
        assertThat(Base32.decode("é")).isEmpty();
    }

    @Test
    void aSecretIsReadForItsAccountAndByItsKeyOnly() {
        FactorKey key = new FactorKey("a secret for tests only, long enough");
        String sealed = key.seal(7, SECRET);

        assertThat(key.open(7, sealed)).hasValue(SECRET);
        assertThat(key.open(8, sealed)).isEmpty();
        assertThat(new FactorKey("another secret for tests, long enough").open(7, sealed))
                .isEmpty();
        assertThat(key.seal(7, SECRET)).isNotEqualTo(sealed);
        assertThat(key.hash(7, "code")).isNotEqualTo(key.hash(8, "code"));
    }
}
