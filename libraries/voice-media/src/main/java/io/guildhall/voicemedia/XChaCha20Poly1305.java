package io.guildhall.voicemedia;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * XChaCha20-Poly1305, whose nonce has 24 bytes: of the first 16 a key is made, with which and with the other 8 ChaCha20-Poly1305 does
 * the rest.
 */
final class XChaCha20Poly1305 implements Aead {
    private static final int WHOLE_BYTES = 24;
    private static final int INNER_BYTES = 12;
    private static final int INNER_ZEROS = 4;

    private final HChaCha20 derivation = new HChaCha20();
    private final byte[] derived = new byte[MediaKey.BYTES];
    private final byte[] whole = new byte[WHOLE_BYTES];
    private final Cipher sealing;
    private final Cipher opening;

    XChaCha20Poly1305() throws GeneralSecurityException {
        sealing = Cipher.getInstance("ChaCha20-Poly1305");
        opening = Cipher.getInstance("ChaCha20-Poly1305");
    }

    @Override
    public void seal(byte[] key, int nonce, byte[] plain, int length, byte[] packet, int header)
            throws GeneralSecurityException {
        Bytes.putInt32(whole, 0, nonce);
        seal(key, whole, plain, length, packet, header);
    }

    void seal(byte[] key, byte[] nonce, byte[] plain, int length, byte[] packet, int header)
            throws GeneralSecurityException {
        begin(sealing, Cipher.ENCRYPT_MODE, key, nonce);
        sealing.updateAAD(packet, 0, header);
        sealing.doFinal(plain, 0, length, packet, header);
    }

    @Override
    public int open(byte[] key, int nonce, byte[] packet, int header, int sealed, byte[] plain)
            throws GeneralSecurityException {
        Bytes.putInt32(whole, 0, nonce);
        begin(opening, Cipher.DECRYPT_MODE, key, whole);
        opening.updateAAD(packet, 0, header);
        return opening.doFinal(packet, header, sealed, plain, 0);
    }

    private void begin(Cipher cipher, int direction, byte[] key, byte[] nonce) throws GeneralSecurityException {
        derivation.derive(key, nonce, derived);
        byte[] inner = new byte[INNER_BYTES];
        System.arraycopy(nonce, HChaCha20.NONCE_BYTES, inner, INNER_ZEROS, INNER_BYTES - INNER_ZEROS);
        cipher.init(direction, new SecretKeySpec(derived, "ChaCha20"), new IvParameterSpec(inner));
        Arrays.fill(derived, (byte) 0);
    }
}
