package io.guildhall.push.webpush;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts messages so that only the subscription's browser reads them: RFC 8291, in one record of aes128gcm (RFC 8188). */
public final class Encryption {
    /** What fits into the 4,096 bytes that every push service has to take (RFC 8291, 4). */
    public static final int MOST_BYTES = 3_993;

    private static final int RECORD_BYTES = 4_096;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;

    private Encryption() {}

    /** @throws IllegalArgumentException when there are more than {@link #MOST_BYTES} */
    public static byte[] encrypt(byte[] message, Recipient recipient) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return encrypt(message, recipient, Curve.generate(), salt);
    }

    /** @param sender used for this message alone */
    static byte[] encrypt(byte[] message, Recipient recipient, KeyPair sender, byte[] salt) {
        if (message.length > MOST_BYTES) {
            throw new IllegalArgumentException("a message of " + message.length + " bytes");
        }
        byte[] ours = Curve.bytes((ECPublicKey) sender.getPublic());
        try {
            byte[] sealed = seal(message, inputKey(recipient, sender, ours), salt);
            return ByteBuffer.allocate(SALT_BYTES + Integer.BYTES + 1 + ours.length + sealed.length)
                    .put(salt)
                    .putInt(RECORD_BYTES)
                    .put((byte) ours.length)
                    .put(ours)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a message could not be encrypted", failure);
        }
    }

    private static byte[] inputKey(Recipient recipient, KeyPair sender, byte[] ours) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(sender.getPrivate());
        agreement.doPhase(recipient.key(), true);
        byte[] theirs = Curve.bytes(recipient.key());
        byte[] label = label("WebPush: info");
        byte[] info = ByteBuffer.allocate(label.length + theirs.length + ours.length)
                .put(label)
                .put(theirs)
                .put(ours)
                .array();
        return derive(recipient.secret(), agreement.generateSecret(), info, 32);
    }

    private static byte[] seal(byte[] message, byte[] inputKey, byte[] salt) throws GeneralSecurityException {
        byte[] key = derive(salt, inputKey, label("Content-Encoding: aes128gcm"), 16);
        byte[] nonce = derive(salt, inputKey, label("Content-Encoding: nonce"), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] padded = Arrays.copyOf(message, message.length + 1);
        padded[message.length] = LAST_RECORD;
        return cipher.doFinal(padded);
    }

    private static byte[] derive(byte[] salt, byte[] input, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(input)
                        .thenExpand(info, length));
    }

    /** With the zero that ends it. */
    private static byte[] label(String text) {
        return (text + "\0").getBytes(StandardCharsets.US_ASCII);
    }
}
