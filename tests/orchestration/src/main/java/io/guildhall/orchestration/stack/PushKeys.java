package io.guildhall.orchestration.stack;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Keys of Web Push as {@code guildhall.push.keys} has them: the public and the private one of P-256, in base64url with a dot between them. */
final class PushKeys {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int COORDINATE = 32;

    private PushKeys() {}

    static String made() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            byte[] point = new byte[1 + 2 * COORDINATE];
            point[0] = 4;
            put(((ECPublicKey) pair.getPublic()).getW().getAffineX(), point, 1);
            put(((ECPublicKey) pair.getPublic()).getW().getAffineY(), point, 1 + COORDINATE);
            byte[] secret = new byte[COORDINATE];
            put(((ECPrivateKey) pair.getPrivate()).getS(), secret, 0);
            return BASE64.encodeToString(point) + "." + BASE64.encodeToString(secret);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no P-256", missing);
        }
    }

    static String publicOf(String keys) {
        return keys.substring(0, keys.indexOf('.'));
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, into, at + COORDINATE - length, length);
    }
}
