package io.guildhall.push.webpush;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The other side of a subscription, written from the standard and not from {@link Encryption}: HKDF by hand, step by step. */
public final class Browser {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys = Curve.generate();
    private final byte[] secret = new byte[16];

    public Browser() {
        new SecureRandom().nextBytes(secret);
    }

    public String p256dh() {
        return BASE64.encodeToString(publicKey());
    }

    public String auth() {
        return BASE64.encodeToString(secret);
    }

    /** @throws GeneralSecurityException when this was not for this browser, or was changed on its way */
    public byte[] read(byte[] body) throws GeneralSecurityException {
        ByteBuffer buffer = ByteBuffer.wrap(body);
        byte[] salt = take(buffer, 16);
        int record = buffer.getInt();
        byte[] sender = take(buffer, Byte.toUnsignedInt(buffer.get()));
        byte[] sealed = take(buffer, buffer.remaining());
        if (sealed.length > record) {
            throw new GeneralSecurityException("more than one record");
        }
        byte[] input = hkdf(secret, shared(sender), join(bytes("WebPush: info\0"), publicKey(), sender), 32);
        byte[] key = hkdf(salt, input, bytes("Content-Encoding: aes128gcm\0"), 16);
        byte[] nonce = hkdf(salt, input, bytes("Content-Encoding: nonce\0"), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return withoutPadding(cipher.doFinal(sealed));
    }

    private byte[] publicKey() {
        return Curve.bytes((ECPublicKey) keys.getPublic());
    }

    private byte[] shared(byte[] sender) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(Curve.publicKey(sender), true);
        return agreement.generateSecret();
    }

    /** RFC 5869, for one block. */
    private static byte[] hkdf(byte[] salt, byte[] input, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(hmac(salt, input), join(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    /** RFC 8188: zeros, and before them a two, which ends the last record. */
    private static byte[] withoutPadding(byte[] padded) throws GeneralSecurityException {
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        if (end < 0 || padded[end] != 2) {
            throw new GeneralSecurityException("not the last record");
        }
        return Arrays.copyOf(padded, end);
    }

    private static byte[] take(ByteBuffer buffer, int length) {
        byte[] taken = new byte[length];
        buffer.get(taken);
        return taken;
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer joined = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(joined::put);
        return joined.array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
