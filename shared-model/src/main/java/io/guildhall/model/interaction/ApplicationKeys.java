package io.guildhall.model.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The Ed25519 key pair of each application: with it the instance signs what it calls the application with, and the application checks it
 * by its verify key. Keys follow from the cluster's secret and the application's id, so that none is stored; with another secret every
 * application has another key.
 */
public final class ApplicationKeys {
    private static final String MAC = "HmacSHA256";
    private static final String ALGORITHM = "Ed25519";
    private static final int PUBLIC_BYTES = 32;

    private final SecretKeySpec secret;

    /** @param secret of the whole cluster, from which the keys for this one purpose are derived */
    public ApplicationKeys(String secret) {
        this.secret = new SecretKeySpec(
                hash(new SecretKeySpec(secret.getBytes(UTF_8), MAC), "keys of applications".getBytes(UTF_8)), MAC);
    }

    /** As applications show it: 64 hexadecimal digits. */
    public String verifyKey(long applicationId) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Known(seed(applicationId)));
            return hex((EdECPublicKey) generator.generateKeyPair().getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** The signature in hexadecimal digits. */
    public String sign(long applicationId, byte[] message) {
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed(applicationId)));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private byte[] seed(long applicationId) {
        return hash(
                secret, ByteBuffer.allocate(Long.BYTES).putLong(applicationId).array());
    }

    /** RFC 8032: y from its lowest byte on, and the highest bit says whether x is odd. */
    private static String hex(EdECPublicKey key) {
        byte[] encoded = new byte[PUBLIC_BYTES];
        byte[] y = key.getPoint().getY().toByteArray();
        for (int index = 0; index < Math.min(y.length, PUBLIC_BYTES); index++) {
            encoded[index] = y[y.length - 1 - index];
        }
        if (key.getPoint().isXOdd()) {
            encoded[PUBLIC_BYTES - 1] |= (byte) 0x80;
        }
        return HexFormat.of().formatHex(encoded);
    }

    private static byte[] hash(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }

    /** Makes a generator of key pairs take a seed that is known: nothing else in the JDK tells the public key of a private one. */
    private static final class Known extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Known(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
