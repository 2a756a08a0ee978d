package io.guildhall.push.webpush;

import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/**
 * Who alone can read a message: the keys of a subscription, as browsers make them.
 *
 * @param key {@code p256dh}
 * @param secret {@code auth}, 16 bytes
 */
public record Recipient(ECPublicKey key, byte[] secret) {
    private static final int SECRET_BYTES = 16;

    /**
     * @param p256dh in base64url
     * @param auth in base64url
     * @throws IllegalArgumentException when one of them is none
     */
    public static Recipient of(String p256dh, String auth) {
        byte[] secret = decoded(auth);
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("the secret of a subscription has " + SECRET_BYTES + " bytes");
        }
        return new Recipient(Curve.publicKey(decoded(p256dh)), secret);
    }

    /** Some clients send the other alphabet, or padding. */
    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
    }
}
