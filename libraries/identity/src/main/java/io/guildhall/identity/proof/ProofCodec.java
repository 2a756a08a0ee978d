package io.guildhall.identity.proof;

import io.guildhall.identity.mac.KeyedHash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Writes and reads tokens of proofs: base64url of purpose, user, nonce and an HMAC-SHA256 over these. The key is made from the secret of all
 * tokens for this one purpose. What was made up is refused without a look into the store.
 */
final class ProofCodec {
    private static final int CONTENT_BYTES = 1 + 2 * Long.BYTES;
    private static final int LENGTH = ((CONTENT_BYTES + KeyedHash.BYTES) * 4 + 2) / 3;

    private final KeyedHash hash;

    /** What a token says, before anybody asks whether it is good. */
    record Claim(Purpose purpose, long userId, long nonce) {}

    ProofCodec(String secret) {
        hash = KeyedHash.of(secret, "tokens of proofs");
    }

    String write(Claim claim) {
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .put((byte) claim.purpose().ordinal())
                .putLong(claim.userId())
                .putLong(claim.nonce())
                .array();
        byte[] all = Arrays.copyOf(content, CONTENT_BYTES + KeyedHash.BYTES);
        System.arraycopy(hash.of(content), 0, all, CONTENT_BYTES, KeyedHash.BYTES);
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
        if (!MessageDigest.isEqual(hash.of(content), Arrays.copyOfRange(all, CONTENT_BYTES, all.length))) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(content);
        return Optional.of(new Claim(Purpose.values()[fields.get()], fields.getLong(), fields.getLong()));
    }
}
