package io.guildhall.voicemedia;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM; its nonce has 12 bytes. */
final class AesGcm implements Aead {
    private static final int NONCE_BYTES = 12;

    private final byte[] whole = new byte[NONCE_BYTES];
    private final Cipher sealing;
    private final Cipher opening;

    AesGcm() throws GeneralSecurityException {
        sealing = Cipher.getInstance("AES/GCM/NoPadding");
        opening = Cipher.getInstance("AES/GCM/NoPadding");
    }

    @Override
    public void seal(byte[] key, int nonce, byte[] plain, int length, byte[] packet, int header)
            throws GeneralSecurityException {
        begin(sealing, Cipher.ENCRYPT_MODE, key, nonce);
        sealing.updateAAD(packet, 0, header);
        sealing.doFinal(plain, 0, length, packet, header);
    }

    @Override
    public int open(byte[] key, int nonce, byte[] packet, int header, int sealed, byte[] plain)
            throws GeneralSecurityException {
        begin(opening, Cipher.DECRYPT_MODE, key, nonce);
        opening.updateAAD(packet, 0, header);
        return opening.doFinal(packet, header, sealed, plain, 0);
    }

    private void begin(Cipher cipher, int direction, byte[] key, int nonce) throws GeneralSecurityException {
        Bytes.putInt32(whole, 0, nonce);
        cipher.init(direction, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, whole));
    }
}
