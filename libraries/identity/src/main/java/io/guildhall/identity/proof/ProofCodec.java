package io.guildhall.identity.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads tokens of proofs: base64url of purpose, user, nonce and an HMAC-SHA256 over these. The key is made from the secret of all
 * tokens for this one purpose. What was made up is refused without a look into the store.
 */
final class ProofCodec {
    private static final String MAC = "HmacSHA256";
    private static final int CONTENT_BYTES = 1 + 2 * Long.BYTES;
    private static final int MAC_BYTES = 32;
    private static final int LENGTH = ((CONTENT_BYTES + MAC_BYTES) * 4 + 2) / 3;

    private final SecretKeySpec key;

    /** What a token says, before anybody asks whether it is good. */
    record Claim(Purpose purpose, long userId, long nonce) {}

    ProofCodec(String secret) {
        key = new SecretKeySpec(
                mac(new SecretKeySpec(secret.getBytes(UTF_8), MAC), "tokens of proofs".getBytes(UTF_8)), MAC);
    }

    String write(Claim claim) {
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .put((byte) claim.purpose().ordinal())
                .putLong(claim.userId())
                .putLong(claim.nonce())
                .array();
        byte[] all = Arrays.copyOf(content, CONTENT_BYTES + MAC_BYTES);
        System.arraycopy(mac(key, content), 0, all, CONTENT_BYTES, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Empty for everything that {@link #write} did not make with the same secret. */
    Optional<Claim> read(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(all, CONTENT_BYTES);
        if (!MessageDigest.isEqual(mac(key, content), Arrays.copyOfRange(all, CONTENT_BYTES, all.length))) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(content);
        return Optional.of(new Claim(Purpose.values()[fields.get()], fields.getLong(), fields.getLong()));
    }

    private static byte[] mac(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
