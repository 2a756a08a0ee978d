package io.guildhall.model.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads tokens of interactions: {@code base64url(interaction, application, channel, HMAC-SHA256)}, the ids as 8 bytes each.
 * Any node of the instance can check one without asking anybody, before and after a restart.
 */
public final class InteractionTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int IDS = 3 * Long.BYTES;
    private static final int PROOF = 32;
    private static final int LENGTH = (IDS + PROOF) * 8 / 6 + 1;

    private final SecretKeySpec key;

    /** @param secret of the whole cluster, from which the key for this one purpose is derived */
    public InteractionTokens(String secret) {
        key = new SecretKeySpec(
                hash(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM), "tokens of interactions".getBytes(UTF_8)),
                ALGORITHM);
    }

    public String write(InteractionToken token) {
        byte[] ids = ByteBuffer.allocate(IDS)
                .putLong(token.interactionId())
                .putLong(token.applicationId())
                .putLong(token.channelId())
                .array();
        byte[] whole = Arrays.copyOf(ids, IDS + PROOF);
        System.arraycopy(hash(key, ids), 0, whole, IDS, PROOF);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Empty for everything that {@link #write} did not make with the same secret. Also those that are over are read. */
    public Optional<InteractionToken> read(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text);
            byte[] ids = Arrays.copyOf(whole, IDS);
            if (!MessageDigest.isEqual(hash(key, ids), Arrays.copyOfRange(whole, IDS, whole.length))) {
                return Optional.empty();
            }
            ByteBuffer fields = ByteBuffer.wrap(ids);
            return Optional.of(new InteractionToken(fields.getLong(), fields.getLong(), fields.getLong()));
        } catch (IllegalArgumentException e) {
            // No base64: no token of ours.
            return Optional.empty();
        }
    }

    private static byte[] hash(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
