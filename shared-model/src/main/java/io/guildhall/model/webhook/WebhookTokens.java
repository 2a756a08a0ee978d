package io.guildhall.model.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of webhooks: 68 characters, as clients expect them, of an HMAC-SHA512 of the webhook's id. They are stored nowhere: any node
 * that knows the cluster's secret can tell one, and what is read from the store or a backup opens no webhook.
 */
public final class WebhookTokens {
    private static final String ALGORITHM = "HmacSHA512";
    private static final int BYTES = 51;

    private final SecretKeySpec key;

    /** @param secret of the whole cluster, from which the key for this one purpose is derived */
    public WebhookTokens(String secret) {
        key = new SecretKeySpec(
                hash(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM), "tokens of webhooks".getBytes(UTF_8)),
                ALGORITHM);
    }

    /** The one token of this webhook. */
    public String of(long webhookId) {
        byte[] id = ByteBuffer.allocate(Long.BYTES).putLong(webhookId).array();
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash(key, id), BYTES));
    }

    /** Takes the same time whatever the token is. */
    public boolean isOf(long webhookId, String token) {
        return MessageDigest.isEqual(of(webhookId).getBytes(UTF_8), token.getBytes(UTF_8));
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
