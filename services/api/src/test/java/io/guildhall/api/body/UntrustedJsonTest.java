package io.guildhall.api.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.error.ApiException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedJsonTest {
    /** A slash in two and in three bytes, a zero in two, half a pair of surrogates, a lonely byte, and more than there is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00c0\u00af",
                "\u00e0\u0080\u00af",
                "\u00c0\u0080",
                "\u00ed\u00a0\u0080",
                "\u0080",
                "\u00ff",
                "\u00f4\u0090\u0080\u0080",
                "\u00c3"
            })
    void aTextHasNoOtherFormThanItsOne(String bytes) {
        refused(("{\"content\":\"" + bytes + "\"}").getBytes(ISO_8859_1));
        refused(("{\"" + bytes + "\":1}").getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "ISO-8859-1"})
    void itIsInNoOtherEncoding(String encoding) {
        refused("{\"content\":\"\u00e9\"}".getBytes(Charset.forName(encoding)));
        if (!encoding.startsWith("ISO")) {
            refused("5".getBytes(Charset.forName(encoding)));
        }
    }

    @Test
    void allLettersAreReadAsTheyAre() {
        String content = "\u00e9 \u0414 \u4e16 \ud83d\udd25";
        assertThat(UntrustedJson.read(("{\"content\":\"" + content + "\"}").getBytes(UTF_8))
                        .path("content")
                        .asText())
                .isEqualTo(content);
        assertThat(UntrustedJson.read("5".getBytes(UTF_8)).asInt()).isEqualTo(5);
        assertThat(UntrustedJson.read(new byte[0]).isObject()).isTrue();
    }

    private static void refused(byte[] json) {
        assertThatThrownBy(() -> UntrustedJson.read(json))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(50109));
    }
}
