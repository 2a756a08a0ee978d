package io.guildhall.voicemedia;

import java.security.SecureRandom;
import java.util.Arrays;

/** The key of one session, for what it sends and for what it is sent. Compared by identity, and never printed. */
public final class MediaKey {
    public static final int BYTES = 32;

    private final AeadMode mode;
    private final byte[] bytes;

    public MediaKey(AeadMode mode, byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes");
        }
        this.mode = mode;
        this.bytes = bytes.clone();
    }

    public static MediaKey generate(AeadMode mode, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        MediaKey key = new MediaKey(mode, bytes);
        Arrays.fill(bytes, (byte) 0);
        return key;
    }

    public AeadMode mode() {
        return mode;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes themselves, which nobody changes. */
    byte[] shared() {
        return bytes;
    }
}
