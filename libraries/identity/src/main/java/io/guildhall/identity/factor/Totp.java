package io.guildhall.identity.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every half minute, as RFC 6238 has them and all apps compute them: HMAC-SHA1, six digits. */
final class Totp {
    static final int DIGITS = 6;

    private static final String MAC = "HmacSHA1";
    private static final long STEP = 30_000;
    private static final int MODULUS = 1_000_000;
    /** Clocks of phones may be so many steps off. */
    private static final int TOLERANCE = 1;

    private final byte[] secret;

    Totp(byte[] secret) {
        this.secret = secret.clone();
    }

    static long step(long millis) {
        return millis / STEP;
    }

    /**
     * The step that a code is of.
     *
     * @param after earlier steps, and this one, are not taken
     */
    OptionalLong stepOf(String code, long millis, long after) {
        long now = step(millis);
        long found = -1;
        for (long step = now - TOLERANCE; step <= now + TOLERANCE; step++) {
            if (MessageDigest.isEqual(code.getBytes(US_ASCII), code(step).getBytes(US_ASCII)) && step > after) {
                found = step;
            }
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    String code(long step) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0F;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
