package io.guildhall.push.webpush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class EncryptionTest {
    private static final String THEIR_KEY =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final byte[] MESSAGE = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8);

    /** RFC 8291, 5 and appendix A. */
    @Test
    void theExampleOfTheStandardComesOutByteForByte() {
        KeyPair sender = new KeyPair(
                Curve.publicKey(decoded(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                Curve.privateKey(decoded("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));

        byte[] body =
                Encryption.encrypt(MESSAGE, Recipient.of(THEIR_KEY, SECRET), sender, decoded("DGv6ra1nlYgDCS1FRnbzlw"));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLoc"
                        + "InmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNW"
                        + "QexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void noTwoMessagesShareAKeyOrASalt() {
        Recipient recipient = Recipient.of(THEIR_KEY, SECRET);
        assertThat(Encryption.encrypt(MESSAGE, recipient)).isNotEqualTo(Encryption.encrypt(MESSAGE, recipient));
    }

    @Test
    void theLargestMessageFillsWhatEveryServiceTakes() {
        Recipient recipient = Recipient.of(THEIR_KEY, SECRET);
        assertThat(Encryption.encrypt(new byte[Encryption.MOST_BYTES], recipient))
                .hasSize(4_096);
        byte[] larger = new byte[Encryption.MOST_BYTES + 1];
        assertThatThrownBy(() -> Encryption.encrypt(larger, recipient)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysThatAreNoneAreRefused() {
        byte[] offTheCurve = decoded(THEIR_KEY);
        offTheCurve[64] ^= 1;
        String moved = Base64.getUrlEncoder().encodeToString(offTheCurve);
        assertThatThrownBy(() -> Recipient.of(moved, SECRET)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Recipient.of("BCVx", SECRET)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Recipient.of("?", SECRET)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Recipient.of(THEIR_KEY, "BTBZ")).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
