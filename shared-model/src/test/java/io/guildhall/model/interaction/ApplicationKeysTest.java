package io.guildhall.model.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ApplicationKeysTest {
    /** What comes before the bytes of an Ed25519 key in its X.509 form. */
    private static final String X509 = "302a300506032b6570032100";

    private final ApplicationKeys keys = new ApplicationKeys("a secret of the cluster");

    @Test
    void whatIsSignedIsVerifiedByTheKeyThatIsShown() throws GeneralSecurityException {
        byte[] message = "1700000000{}".getBytes(UTF_8);
        for (long application : LongStream.range(0, 50).toArray()) {
            String shown = keys.verifyKey(application);
            assertThat(shown).matches("[0-9a-f]{64}");
            assertThat(verifies(shown, message, keys.sign(application, message)))
                    .isTrue();
        }
    }

    @Test
    void aKeyIsOneApplicationsAndOneSecrets() throws GeneralSecurityException {
        byte[] message = {1};
        String signature = keys.sign(1, message);

        assertThat(keys.verifyKey(1)).isEqualTo(new ApplicationKeys("a secret of the cluster").verifyKey(1));
        assertThat(verifies(keys.verifyKey(2), message, signature)).isFalse();
        assertThat(verifies(new ApplicationKeys("another secret").verifyKey(1), message, signature))
                .isFalse();
        assertThat(verifies(keys.verifyKey(1), new byte[] {2}, signature)).isFalse();
    }

    private static boolean verifies(String key, byte[] message, String signature) throws GeneralSecurityException {
        PublicKey known = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(X509 + key)));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(known);
        check.update(message);
        return check.verify(HexFormat.of().parseHex(signature));
    }
}
