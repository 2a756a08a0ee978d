package io.guildhall.identity.oauth2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.identity.TokenConfig;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The instance's RSA key, with which it signs what it says of people to applications (RS256, RFC 7518). It follows from the secret of all
 * tokens: the same on every node, stored nowhere, and another one with another secret.
 */
@ApplicationScoped
public class InstanceKey {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    private final String secret;
    private Parts parts;

    private record Parts(BigInteger modulus, PrivateKey key, String id) {}

    @Inject
    public InstanceKey(TokenConfig config) {
        this.secret = config.secret();
    }

    /** The public half as a JSON Web Key. */
    public JsonNode publicKey() {
        Parts key = parts();
        return Json.object()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", key.id())
                .put("n", text(key.modulus()))
                .put("e", text(EXPONENT))
                .put("alg", "RS256");
    }

    /** A JSON Web Token that says this. */
    public String sign(ObjectNode claims) {
        Parts key = parts();
        String header = Json.object()
                .put("alg", "RS256")
                .put("typ", "JWT")
                .put("kid", key.id())
                .toString();
        String signed =
                text(header.getBytes(UTF_8)) + "." + text(claims.toString().getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.key());
            signature.update(signed.getBytes(US_ASCII));
            return signed + "." + text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    /** Made when it is first needed, which takes some tenths of a second. */
    private synchronized Parts parts() {
        if (parts == null) {
            parts = derive();
        }
        return parts;
    }

    private Parts derive() {
        DerivedPrimes primes = new DerivedPrimes(Sha256.of("the key that people are vouched for with " + secret));
        BigInteger p = primes.next(EXPONENT);
        BigInteger q = primes.next(EXPONENT);
        BigInteger pOne = p.subtract(BigInteger.ONE);
        BigInteger qOne = q.subtract(BigInteger.ONE);
        BigInteger modulus = p.multiply(q);
        BigInteger d = EXPONENT.modInverse(pOne.multiply(qOne));
        try {
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new RSAPrivateCrtKeySpec(
                            modulus, EXPONENT, d, p, q, d.mod(pOne), d.mod(qOne), q.modInverse(p)));
            return new Parts(modulus, key, text(Sha256.of(modulus.toString())).substring(0, 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static String text(BigInteger number) {
        byte[] bytes = number.toByteArray();
        boolean sign = bytes[0] == 0;
        return text(sign ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String text(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }
}
