package io.guildhall.voicemedia;

import java.security.GeneralSecurityException;

/**
 * Seals packets and opens them, in the layout that clients call {@code rtpsize}: the header, what is sealed, a tag of 16 bytes and the 4
 * bytes of the nonce. One for each thread that carries media, since it holds what is made once and used for every packet.
 */
public final class Seals {
    /** What sealing adds to a header and what follows it. */
    public static final int OVERHEAD = Aead.TAG + Aead.NONCE;

    /** What {@link #open} says of a packet that nobody with the key has made, or that was changed on the way. */
    public static final int FORGED = -1;

    private final Aead gcm;
    private final Aead chacha;

    public Seals() {
        try {
            gcm = new AesGcm();
            chacha = new XChaCha20Poly1305();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM and ChaCha20-Poly1305", e);
        }
    }

    /**
     * @param packet begins with the header, and takes up what is sealed
     * @return the bytes of the whole packet
     */
    public int seal(MediaKey key, int nonce, byte[] plain, int length, byte[] packet, int header) {
        try {
            of(key).seal(key.shared(), nonce, plain, length, packet, header);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a packet could not be sealed", e);
        }
        Bytes.putInt32(packet, header + length + Aead.TAG, nonce);
        return header + length + OVERHEAD;
    }

    /**
     * @param header how many bytes at the beginning of the packet are not sealed
     * @return how many bytes came out; {@link #FORGED} when none did
     */
    public int open(MediaKey key, byte[] packet, int header, int length, byte[] plain) {
        int sealed = length - header - Aead.NONCE;
        if (sealed < Aead.TAG || sealed - Aead.TAG > plain.length) {
            return FORGED;
        }
        try {
            return of(key).open(key.shared(), nonce(packet, length), packet, header, sealed, plain);
        } catch (GeneralSecurityException forged) {
            return FORGED;
        }
    }

    /** What stands behind a sealed packet. Whether it is the sender's is known once the packet is open. */
    public static int nonce(byte[] packet, int length) {
        return Bytes.int32(packet, length - Aead.NONCE);
    }

    private Aead of(MediaKey key) {
        return switch (key.mode()) {
            case AES256_GCM -> gcm;
            case XCHACHA20_POLY1305 -> chacha;
        };
    }
}
