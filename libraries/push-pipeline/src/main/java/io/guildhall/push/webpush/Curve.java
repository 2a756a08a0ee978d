package io.guildhall.push.webpush;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;

/** The one curve of Web Push, P-256: its keys as bytes and back. */
final class Curve {
    /** A public key without compression: 4, x, y. */
    static final int PUBLIC_BYTES = 65;

    private static final int COORDINATE_BYTES = 32;
    private static final ECGenParameterSpec NAME = new ECGenParameterSpec("secp256r1");
    private static final ECParameterSpec PARAMETERS = parameters();

    private Curve() {}

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(NAME);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no P-256", missing);
        }
    }

    static byte[] bytes(ECPublicKey key) {
        byte[] bytes = new byte[PUBLIC_BYTES];
        bytes[0] = 4;
        put(key.getW().getAffineX(), bytes, 1);
        put(key.getW().getAffineY(), bytes, 1 + COORDINATE_BYTES);
        return bytes;
    }

    static byte[] bytes(ECPrivateKey key) {
        byte[] bytes = new byte[COORDINATE_BYTES];
        put(key.getS(), bytes, 0);
        return bytes;
    }

    /** @throws IllegalArgumentException when this is no point of the curve */
    static ECPublicKey publicKey(byte[] bytes) {
        if (bytes.length != PUBLIC_BYTES || bytes[0] != 4) {
            throw new IllegalArgumentException("not an uncompressed point of P-256");
        }
        BigInteger x = new BigInteger(1, bytes, 1, COORDINATE_BYTES);
        BigInteger y = new BigInteger(1, bytes, 1 + COORDINATE_BYTES, COORDINATE_BYTES);
        if (!contains(x, y)) {
            throw new IllegalArgumentException("not a point of P-256");
        }
        try {
            ECPublicKeySpec spec = new ECPublicKeySpec(new ECPoint(x, y), PARAMETERS);
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
        } catch (GeneralSecurityException invalid) {
            throw new IllegalArgumentException("not a public key", invalid);
        }
    }

    /** @throws IllegalArgumentException when this is no private key */
    static ECPrivateKey privateKey(byte[] bytes) {
        BigInteger secret = new BigInteger(1, bytes);
        if (secret.signum() == 0 || secret.compareTo(PARAMETERS.getOrder()) >= 0) {
            throw new IllegalArgumentException("not a private key of P-256");
        }
        try {
            return (ECPrivateKey)
                    KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret, PARAMETERS));
        } catch (GeneralSecurityException invalid) {
            throw new IllegalArgumentException("not a private key", invalid);
        }
    }

    /** A point that is not of the curve would give away bits of the other side's private key. */
    private static boolean contains(BigInteger x, BigInteger y) {
        BigInteger prime = ((ECFieldFp) PARAMETERS.getCurve().getField()).getP();
        BigInteger right = x.pow(3)
                .add(PARAMETERS.getCurve().getA().multiply(x))
                .add(PARAMETERS.getCurve().getB());
        return x.compareTo(prime) < 0
                && y.compareTo(prime) < 0
                && y.pow(2).subtract(right).mod(prime).signum() == 0;
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, into, at + COORDINATE_BYTES - length, length);
    }

    private static ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(NAME);
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no P-256", missing);
        }
    }
}
