package io.guildhall.identity.mac;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256: 32 bytes that nobody can make without the key. Any thread. */
public final class KeyedHash {
    public static final int BYTES = 32;

    private static final String NAME = "HmacSHA256";

    private final SecretKeySpec key;

    private KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key, NAME);
    }

    /** With a key that is made from the secret of all tokens for this one purpose: what is made for one is never taken for another. */
    public static KeyedHash of(String secret, String purpose) {
        return new KeyedHash(derived(secret, purpose));
    }

    /** The key itself, for what hashes nothing. */
    public static byte[] derived(String secret, String purpose) {
        return new KeyedHash(secret.getBytes(UTF_8)).of(purpose.getBytes(UTF_8));
    }

    public byte[] of(byte[] content) {
        try {
            Mac mac = Mac.getInstance(NAME);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + NAME, e);
        }
    }
}
