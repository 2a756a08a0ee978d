package io.guildhall.voicemedia;

import java.security.GeneralSecurityException;

/** One of the two ways to seal, with the nonce that stands at the end of a packet filled up with zeros. One thread. */
interface Aead {
    int TAG = 16;

    /** Behind each sealed packet. */
    int NONCE = 4;

    /**
     * Seals {@code length} bytes, and shows {@code header} bytes at the beginning of the output which are sealed against changes.
     * What is sealed follows the header, and the tag follows it.
     */
    void seal(byte[] key, int nonce, byte[] plain, int length, byte[] packet, int header)
            throws GeneralSecurityException;

    /**
     * Opens {@code sealed} bytes, tag included, which follow {@code header} bytes.
     *
     * @return how many bytes came out
     */
    int open(byte[] key, int nonce, byte[] packet, int header, int sealed, byte[] plain)
            throws GeneralSecurityException;
}
