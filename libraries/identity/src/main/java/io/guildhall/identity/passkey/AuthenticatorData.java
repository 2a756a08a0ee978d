package io.guildhall.identity.passkey;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an authenticator says beside its signature (WebAuthn, 6.1).
 *
 * @param signed how often it has signed; 0 where it does not count
 * @param fresh the key that was just made; empty when it only signs
 */
record AuthenticatorData(byte[] site, boolean present, long signed, Optional<Fresh> fresh) {
    private static final int HASH = 32;
    private static final int MODEL = 16;
    private static final int PRESENT = 1;
    private static final int ATTESTED = 1 << 6;
    private static final int LONGEST_ID = 1023;

    /** @param key as COSE */
    record Fresh(byte[] id, byte[] key) {}

    static AuthenticatorData read(byte[] bytes) {
        try {
            ByteBuffer data = ByteBuffer.wrap(bytes);
            byte[] site = new byte[HASH];
            data.get(site);
            int flags = data.get();
            long signed = data.getInt() & 0xffff_ffffL;
            Optional<Fresh> fresh = (flags & ATTESTED) == 0 ? Optional.empty() : Optional.of(fresh(data, bytes));
            return new AuthenticatorData(site, (flags & PRESENT) != 0, signed, fresh);
        } catch (BufferUnderflowException cutShort) {
            throw new Cbor.MalformedException("cut short");
        }
    }

    private static Fresh fresh(ByteBuffer data, byte[] bytes) {
        data.position(data.position() + MODEL > data.limit() ? data.limit() : data.position() + MODEL);
        int length = data.getShort() & 0xffff;
        if (length == 0 || length > LONGEST_ID || length > data.remaining()) {
            throw new Cbor.MalformedException("no name of a key");
        }
        byte[] id = new byte[length];
        data.get(id);
        int begin = data.position();
        CoseKey.of(new Cbor(data).next());
        return new Fresh(id, Arrays.copyOfRange(bytes, begin, data.position()));
    }

    boolean isFor(byte[] hashOfSite) {
        return MessageDigest.isEqual(site, hashOfSite);
    }
}
