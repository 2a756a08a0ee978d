package io.guildhall.push.webpush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VapidKeysTest {
    private static final URI CONTACT = URI.create("mailto:operator@example.com");
    private static final Instant EXPIRES = Instant.ofEpochSecond(1_800_000_000);

    private final VapidKeys keys = VapidKeys.generate();

    @Test
    void aPushServiceFindsTheSignatureGoodForTheKeyAndTheClaimsForItself() throws GeneralSecurityException {
        String header = keys.authorization(URI.create("https://push.example:8443/send/1?a=b"), EXPIRES, CONTACT);

        assertThat(header).startsWith("vapid t=").endsWith(", k=" + keys.publicKey());
        String[] token =
                header.substring("vapid t=".length(), header.indexOf(", k=")).split("\\.");
        assertThat(text(token[0])).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        assertThat(text(token[1]))
                .isEqualTo("{\"aud\":\"https://push.example:8443\",\"exp\":1800000000,"
                        + "\"sub\":\"mailto:operator@example.com\"}");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(Curve.publicKey(decoded(keys.publicKey())));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(decoded(token[2]))).isTrue();
    }

    @Test
    void keysComeBackFromWhatWasKept() {
        VapidKeys same = VapidKeys.of(keys.secret());
        assertThat(same.publicKey()).isEqualTo(keys.publicKey());
        assertThat(same.secret()).isEqualTo(keys.secret());
    }

    @Test
    void whatWasNeverKeptIsRefused() {
        assertThatThrownBy(() -> VapidKeys.of("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VapidKeys.of("a.b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VapidKeys.of(keys.publicKey())).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(String part) {
        return new String(decoded(part), StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
