package io.guildhall.voicemedia;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The examples of draft-irtf-cfrg-xchacha-03. */
class XChaCha20Poly1305Test {
    private static final String SUNSCREEN =
            "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for "
                    + "the future, sunscreen would be it.";

    @Test
    void aKeyIsMadeAsInTheDraft() {
        byte[] derived = new byte[32];
        new HChaCha20()
                .derive(
                        Hex.bytes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"),
                        Hex.bytes("000000090000004a0000000031415927"),
                        derived);
        assertThat(Hex.of(derived)).isEqualTo("82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc");
    }

    @Test
    void aTextIsSealedAsInTheDraft() throws Exception {
        byte[] shown = Hex.bytes("50515253c0c1c2c3c4c5c6c7");
        byte[] text = SUNSCREEN.getBytes(US_ASCII);
        byte[] packet = Arrays.copyOf(shown, shown.length + text.length + Aead.TAG);
        new XChaCha20Poly1305()
                .seal(
                        Hex.bytes("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"),
                        Hex.bytes("404142434445464748494a4b4c4d4e4f5051525354555657"),
                        text,
                        text.length,
                        packet,
                        shown.length);
        assertThat(Hex.of(Arrays.copyOfRange(packet, shown.length, packet.length)))
                .isEqualTo("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                        + "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                        + "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                        + "21f9664c97637da9768812f615c68b13b52e"
                        + "c0875924c1c7987947deafd8780acf49");
    }
}
