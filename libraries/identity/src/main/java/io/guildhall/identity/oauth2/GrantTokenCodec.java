package io.guildhall.identity.oauth2;

import io.guildhall.identity.mac.KeyedHash;
import io.guildhall.identity.oauth2.GrantToken.Kind;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Writes and reads codes and tokens of OAuth2: base64url of kind, user, grant, generation and an HMAC-SHA256 over these. The key is made
 * from the secret of all tokens for this one purpose, so that no other token is ever taken for one of these, nor the other way round.
 */
final class GrantTokenCodec {
    private static final int CONTENT_BYTES = 1 + 3 * Long.BYTES;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    /** How many characters one has. */
    private static final int LENGTH = ((CONTENT_BYTES + KeyedHash.BYTES) * 4 + 2) / 3;

    private final KeyedHash hash;

    GrantTokenCodec(String secret) {
        hash = KeyedHash.of(secret, "tokens of OAuth2");
    }

    String write(GrantToken token) {
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .put((byte) token.kind().ordinal())
                .putLong(token.userId())
                .putLong(token.grantId())
                .putLong(token.generation())
                .array();
        byte[] all = Arrays.copyOf(content, CONTENT_BYTES + KeyedHash.BYTES);
        System.arraycopy(hash.of(content), 0, all, CONTENT_BYTES, KeyedHash.BYTES);
        return ENCODER.encodeToString(all);
    }

    /** Empty for everything that {@link #write} did not make with the same secret. */
    Optional<GrantToken> read(String text) {
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
        return Optional.of(
                new GrantToken(Kind.values()[fields.get()], fields.getLong(), fields.getLong(), fields.getLong()));
    }
}
