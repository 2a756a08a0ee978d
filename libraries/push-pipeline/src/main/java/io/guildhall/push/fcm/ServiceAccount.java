package io.guildhall.push.fcm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * An account of a project at Google that may send notifications, as the file has it that Google's console gives out.
 *
 * @param email by which Google knows it
 * @param key a secret
 * @param tokens where it gets tokens for its calls
 */
public record ServiceAccount(String project, String email, PrivateKey key, URI tokens) {
    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            encoded(Json.object().put("alg", "RS256").put("typ", "JWT"));
    private static final Duration VALID = Duration.ofMinutes(30);

    /** @throws IllegalArgumentException when this is no file of such an account; its secrets are not said */
    public static ServiceAccount of(String file) {
        JsonNode json = Json.parse(file);
        return new ServiceAccount(
                field(json, "project_id"),
                field(json, "client_email"),
                privateKey(field(json, "private_key")),
                URI.create(field(json, "token_uri")));
    }

    /** What proves who asks for a token (RFC 7523), good for half an hour. */
    String assertion(Instant now) {
        String claims = encoded(Json.object()
                .put("iss", email)
                .put("scope", SCOPE)
                .put("aud", tokens.toString())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(VALID).getEpochSecond()));
        String signed = HEADER + "." + claims;
        return signed + "." + BASE64.encodeToString(sign(signed));
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a call of Google's could not be signed", failure);
        }
    }

    private static String encoded(ObjectNode json) {
        return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String field(JsonNode file, String name) {
        if (!file.path(name).isTextual()) {
            throw new IllegalArgumentException("the file of the service account has no " + name);
        }
        return file.path(name).asText();
    }

    private static PrivateKey privateKey(String pem) {
        String base64 = pem.replace("-----BEGIN PRIVATE KEY-----", "").replace("-----END PRIVATE KEY-----", "");
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(base64);
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException invalid) {
            throw new IllegalArgumentException("the private_key of the service account is none", invalid);
        }
    }

    @Override
    public String toString() {
        return email;
    }
}
