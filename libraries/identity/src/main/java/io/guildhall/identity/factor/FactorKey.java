package io.guildhall.identity.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.identity.mac.KeyedHash;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets of second factors unreadable in the store and its backups: AES-256-GCM, bound to the account, and a keyed hash for what needs
 * only be compared. Both keys are made from the secret of all tokens; with another secret nothing of before can be read.
 */
final class FactorKey {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec cipherKey;
    private final KeyedHash hash;
    private final SecureRandom random = new SecureRandom();

    FactorKey(String secret) {
        cipherKey = new SecretKeySpec(KeyedHash.derived(secret, "secrets of second factors"), "AES");
        hash = KeyedHash.of(secret, "backup codes");
    }

    String seal(long userId, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, userId, nonce).doFinal(secret);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    /** Empty when it was sealed with another secret, or for somebody else. */
    Optional<byte[]> open(long userId, String sealed) {
        byte[] all = Base64.getDecoder().decode(sealed);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, userId, Arrays.copyOf(all, NONCE))
                    .doFinal(all, NONCE, all.length - NONCE));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    String hash(long userId, String code) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hash.of((Long.toUnsignedString(userId) + ' ' + code).getBytes(UTF_8)));
    }

    private Cipher cipher(int mode, long userId, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, cipherKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(userId).array());
        return cipher;
    }
}
