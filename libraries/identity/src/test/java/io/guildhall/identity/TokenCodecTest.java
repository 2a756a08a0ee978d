package io.guildhall.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCodecTest {
    private static final Token TOKEN = new Token(123456789012345678L, true, 1_700_000_000, 4);

    private final TokenCodec codec = new TokenCodec("a secret that is long enough for it");

    @Test
    void whatIsWrittenIsRead() {
        assertThat(codec.read(codec.write(TOKEN))).hasValue(TOKEN);
    }

    @Test
    void clientsReadTheirOwnIdFromTheFirstPart() {
        String first = codec.write(TOKEN).split("\\.", -1)[0];
        assertThat(new String(Base64.getUrlDecoder().decode(first), US_ASCII)).isEqualTo("123456789012345678");
    }

    @Test
    void noCharacterCanBeChanged() {
        String token = codec.write(TOKEN);
        for (int index = 0; index < token.length() - 1; index++) {
            char other = token.charAt(index) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, index) + other + token.substring(index + 1);
            assertThat(codec.read(forged)).as(forged).isEmpty();
        }
    }

    @Test
    void anotherSecretRevokesEveryToken() {
        assertThat(new TokenCodec("another secret that is long enough").read(codec.write(TOKEN)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c", "....", "MQ.AA.", "é.é.é"})
    void whatIsNoTokenIsNone(String text) {
        assertThat(codec.read(text)).isEmpty();
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new TokenCodec("short")).hasMessageContaining("guildhall.token.secret");
    }
}
