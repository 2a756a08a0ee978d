package io.guildhall.identity.passkey;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Map;

/** A public key as authenticators write it (COSE, RFC 9053), of one of the three kinds that they have: ES256, EdDSA with Ed25519, RS256. */
final class CoseKey {
    static final long ES256 = -7;
    static final long EDDSA = -8;
    static final long RS256 = -257;

    private static final long KIND = 1;
    private static final long ALGORITHM = 3;
    private static final long CURVE = -1;
    private static final long FIRST = -2;
    private static final long SECOND = -3;
    private static final int SHORTEST_RSA = 2048;
    private static final int LONGEST_RSA = 4096;
    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form. */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PublicKey key;
    private final String signature;

    private CoseKey(PublicKey key, String signature) {
        this.key = key;
        this.signature = signature;
    }

    /** @throws Cbor.MalformedException when it is no key of a kind that is taken */
    static CoseKey read(byte[] cose) {
        return of(new Cbor(ByteBuffer.wrap(cose)).next());
    }

    static CoseKey of(Object cose) {
        if (!(cose instanceof Map<?, ?> fields) || !(fields.get(ALGORITHM) instanceof Long algorithm)) {
            throw new Cbor.MalformedException("no key");
        }
        try {
            if (algorithm == ES256 && isLong(fields, KIND, 2) && isLong(fields, CURVE, 1)) {
                return new CoseKey(p256(bytes(fields, FIRST), bytes(fields, SECOND)), "SHA256withECDSA");
            }
            if (algorithm == EDDSA && isLong(fields, KIND, 1) && isLong(fields, CURVE, 6)) {
                return new CoseKey(ed25519(bytes(fields, FIRST)), "Ed25519");
            }
            if (algorithm == RS256 && isLong(fields, KIND, 3)) {
                return new CoseKey(rsa(bytes(fields, CURVE), bytes(fields, FIRST)), "SHA256withRSA");
            }
        } catch (GeneralSecurityException unfit) {
            throw new Cbor.MalformedException("no key that Java takes");
        }
        throw new Cbor.MalformedException("a key of a kind that is not taken");
    }

    boolean verifies(byte[] content, byte[] signed) {
        try {
            Signature check = Signature.getInstance(signature);
            check.initVerify(key);
            check.update(content);
            return check.verify(signed);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    private static PublicKey p256(byte[] x, byte[] y) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
        ECPoint point = new ECPoint(new BigInteger(1, x), new BigInteger(1, y));
        requireOn(curve, point);
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
    }

    private static void requireOn(ECParameterSpec spec, ECPoint point) {
        BigInteger prime = ((ECFieldFp) spec.getCurve().getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        BigInteger right = x.pow(3)
                .add(spec.getCurve().getA().multiply(x))
                .add(spec.getCurve().getB())
                .mod(prime);
        boolean within = x.compareTo(prime) < 0 && y.compareTo(prime) < 0;
        if (!within || !y.pow(2).mod(prime).equals(right)) {
            throw new Cbor.MalformedException("no point of the curve");
        }
    }

    private static PublicKey ed25519(byte[] x) throws GeneralSecurityException {
        byte[] encoded = ByteBuffer.allocate(ED25519.length + x.length)
                .put(ED25519)
                .put(x)
                .array();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static PublicKey rsa(byte[] modulus, byte[] exponent) throws GeneralSecurityException {
        BigInteger n = new BigInteger(1, modulus);
        if (n.bitLength() < SHORTEST_RSA || n.bitLength() > LONGEST_RSA || exponent.length > 4) {
            throw new Cbor.MalformedException("a key of a length that is not taken");
        }
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, new BigInteger(1, exponent)));
    }

    private static boolean isLong(Map<?, ?> fields, long field, long value) {
        return fields.get(field) instanceof Long found && found == value;
    }

    private static byte[] bytes(Map<?, ?> fields, long field) {
        if (fields.get(field) instanceof byte[] found) {
            return found;
        }
        throw new Cbor.MalformedException("a part of the key is missing");
    }
}
