package io.guildhall.api.provisional;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An OpenID provider with two keys, and what it publishes. */
final class Provider {
    static final String ISSUER = "https://login.game.example";
    static final String CLIENT = "the-game";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    final Map<String, JsonNode> documents = new HashMap<>();
    private final KeyPair rsa = pair("RSA", "");
    private final KeyPair curve = pair("EC", "secp256r1");

    Provider() {
        ObjectNode said = Json.object().put("issuer", ISSUER).put("jwks_uri", ISSUER + "/keys");
        said.set("id_token_signing_alg_values_supported", Json.tree(List.of("RS256", "PS256", "ES256", "HS256")));
        documents.put(ISSUER + "/.well-known/openid-configuration", said);
        RSAPublicKey key = (RSAPublicKey) rsa.getPublic();
        ECPublicKey point = (ECPublicKey) curve.getPublic();
        ObjectNode keys = Json.object();
        keys.withArray("keys")
                .add(Json.object()
                        .put("kty", "RSA")
                        .put("kid", "r")
                        .put("n", number(key.getModulus()))
                        .put("e", number(key.getPublicExponent())))
                .add(Json.object()
                        .put("kty", "EC")
                        .put("kid", "e")
                        .put("crv", "P-256")
                        .put("x", number(point.getW().getAffineX()))
                        .put("y", number(point.getW().getAffineY())));
        documents.put(ISSUER + "/keys", keys);
    }

    /** What stands in a token that is good until the given second. */
    static ObjectNode claims(long now) {
        return Json.object()
                .put("iss", ISSUER)
                .put("aud", CLIENT)
                .put("sub", "player one")
                .put("iat", now)
                .put("exp", now + 600);
    }

    String token(String algorithm, JsonNode claims) {
        return token(algorithm, Json.object().put("kid", algorithm.startsWith("E") ? "e" : "r"), claims);
    }

    String token(String algorithm, ObjectNode header, JsonNode claims) {
        String signed = text(header.put("alg", algorithm)) + '.' + text(claims);
        try {
            Signature signature =
                    switch (algorithm.substring(0, 2)) {
                        case "RS" -> Signature.getInstance("SHA256withRSA");
                        case "PS" -> Signature.getInstance("RSASSA-PSS");
                        default -> Signature.getInstance("SHA256withECDSAinP1363Format");
                    };
            if (algorithm.startsWith("PS")) {
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            signature.initSign((algorithm.matches("[RP]S.*") ? rsa : curve).getPrivate());
            signature.update(signed.getBytes(US_ASCII));
            return signed + '.' + ENCODER.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String kind, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            if (curve.isEmpty()) {
                generator.initialize(2_048);
            } else {
                generator.initialize(new ECGenParameterSpec(curve));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonNode json) {
        return ENCODER.encodeToString(json.toString().getBytes(UTF_8));
    }

    private static String number(BigInteger number) {
        return ENCODER.encodeToString(number.toByteArray());
    }
}
