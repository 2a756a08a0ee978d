package io.guildhall.api.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
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
import java.security.spec.EllipticCurve;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A provider's public key with the one algorithm that a token says, by RFC 7517 and 7518: what is symmetric, or none at all, is not among them. */
final class JsonWebKey {
    /** Verifies nothing. */
    static final JsonWebKey NONE = new JsonWebKey(null, null, 0);

    private static final int LEAST_RSA_BITS = 2_048;

    /** Looking at one signature of a key of this size takes some ms; providers use no larger ones. */
    private static final int MOST_RSA_BITS = 8_192;

    private static final int MOST_EXPONENT_BITS = 32;
    private static final Map<String, String> CURVES = Map.of("ES256", "P-256", "ES384", "P-384", "ES512", "P-521");
    private static final Map<String, String> JAVA_CURVES =
            Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

    private final PublicKey key;
    private final String algorithm;
    private final int hash;

    private JsonWebKey(PublicKey key, String algorithm, int hash) {
        this.key = key;
        this.algorithm = algorithm;
        this.hash = hash;
    }

    /** Empty for a key that is not for this algorithm, is too weak, or is none. */
    static Optional<JsonWebKey> of(JsonNode json, String algorithm) {
        if (!json.path("use").asText("sig").equals("sig") || !algorithm.matches("(RS|PS|ES)(256|384|512)")) {
            return Optional.empty();
        }
        try {
            int hash = Integer.parseInt(algorithm.substring(2));
            PublicKey key = algorithm.startsWith("ES") ? curve(json, algorithm) : rsa(json);
            return Optional.ofNullable(key).map(found -> new JsonWebKey(found, algorithm, hash));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whether the holder of the key has signed this. */
    boolean verifies(byte[] signed, byte[] signature) {
        if (key == null) {
            return false;
        }
        try {
            Signature verifier = verifier();
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private Signature verifier() throws GeneralSecurityException {
        return switch (algorithm.substring(0, 2)) {
            case "RS" -> Signature.getInstance("SHA" + hash + "withRSA");
            case "ES" -> Signature.getInstance("SHA" + hash + "withECDSAinP1363Format");
            default -> {
                Signature salted = Signature.getInstance("RSASSA-PSS");
                String digest = "SHA-" + hash;
                salted.setParameter(new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), hash / 8, 1));
                yield salted;
            }
        };
    }

    private static PublicKey rsa(JsonNode json) throws GeneralSecurityException {
        BigInteger modulus = number(json, "n");
        BigInteger exponent = number(json, "e");
        boolean good = json.path("kty").asText().equals("RSA")
                && modulus.bitLength() >= LEAST_RSA_BITS
                && modulus.bitLength() <= MOST_RSA_BITS
                && modulus.testBit(0)
                && exponent.bitLength() > 1
                && exponent.bitLength() <= MOST_EXPONENT_BITS
                && exponent.testBit(0);
        return good ? KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)) : null;
    }

    private static PublicKey curve(JsonNode json, String algorithm) throws GeneralSecurityException {
        String curve = CURVES.get(algorithm);
        if (!json.path("kty").asText().equals("EC")
                || !json.path("crv").asText().equals(curve)) {
            return null;
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(JAVA_CURVES.get(curve)));
        ECPoint point = new ECPoint(number(json, "x"), number(json, "y"));
        ECParameterSpec spec = parameters.getParameterSpec(ECParameterSpec.class);
        return isOn(spec.getCurve(), point)
                ? KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, spec))
                : null;
    }

    private static boolean isOn(EllipticCurve curve, ECPoint point) {
        BigInteger prime = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        if (x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0) {
            return false;
        }
        BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
        return y.multiply(y).subtract(right).mod(prime).signum() == 0;
    }

    private static BigInteger number(JsonNode json, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(json.path(field).asText()));
    }
}
