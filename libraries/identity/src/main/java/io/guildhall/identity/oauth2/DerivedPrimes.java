package io.guildhall.identity.oauth2;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Primes for an RSA key that follow from a secret alone, whatever Java runs: bits come from HMAC-SHA256 over a counter, and the first
 * prime from there on is taken. So every node has the same key, and nobody stores one.
 */
final class DerivedPrimes {
    private static final String MAC = "HmacSHA256";
    private static final int PRIME_BITS = 1024;
    private static final int CERTAINTY = 128;

    private final SecretKeySpec key;
    private long counter;

    DerivedPrimes(byte[] key) {
        this.key = new SecretKeySpec(key, MAC);
    }

    /** Another one at each call; its two highest bits are set, so that two of them make a modulus of full length. */
    BigInteger next(BigInteger exponent) {
        BigInteger candidate = bits();
        while (!candidate.isProbablePrime(CERTAINTY)
                || !candidate.subtract(BigInteger.ONE).gcd(exponent).equals(BigInteger.ONE)) {
            candidate = candidate.add(BigInteger.TWO);
        }
        return candidate;
    }

    private BigInteger bits() {
        ByteBuffer bytes = ByteBuffer.allocate(PRIME_BITS / Byte.SIZE);
        while (bytes.hasRemaining()) {
            bytes.put(block());
        }
        return new BigInteger(1, bytes.array())
                .setBit(PRIME_BITS - 1)
                .setBit(PRIME_BITS - 2)
                .setBit(0);
    }

    private byte[] block() {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(
                    ByteBuffer.allocate(Long.BYTES).putLong(counter++).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
