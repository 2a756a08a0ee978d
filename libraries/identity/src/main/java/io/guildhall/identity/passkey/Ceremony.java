package io.guildhall.identity.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what a browser says in the name of an authenticator against what it was asked (WebAuthn, 7.1 and 7.2): the kind of answer, the challenge, the
 * place, and who is there. Attestations are not looked at: any authenticator is good.
 *
 * @param site the domain that keys are for
 * @param origins pages that may ask for them
 */
public record Ceremony(String site, Set<String> origins) {
    public Ceremony {
        origins = Set.copyOf(origins);
    }

    /**
     * A key that was made.
     *
     * @param credential what the device calls it, in base64url
     * @param key as COSE, in base64url
     */
    public record Made(String credential, String key, long signed) {}

    /** Which key signs, as the answer says; whether it did, {@link #signed} looks at. */
    public static Optional<String> credential(String answer) {
        return attempt(() -> Optional.of(text(bytes(json(answer).path("rawId")))));
    }

    /** Empty when it is no answer to this challenge. */
    public Optional<Made> made(String answer, byte[] challenge) {
        return attempt(() -> {
            JsonNode response = json(answer).path("response");
            if (!asked(bytes(response.path("clientDataJSON")), "webauthn.create", challenge)) {
                return Optional.empty();
            }
            Object attestation = new Cbor(ByteBuffer.wrap(bytes(response.path("attestationObject")))).next();
            if (!(attestation instanceof Map<?, ?> fields) || !(fields.get("authData") instanceof byte[] data)) {
                return Optional.empty();
            }
            AuthenticatorData said = AuthenticatorData.read(data);
            return said.isFor(sha256(site.getBytes(UTF_8))) && said.present()
                    ? said.fresh().map(fresh -> new Made(text(fresh.id()), text(fresh.key()), said.signed()))
                    : Optional.empty();
        });
    }

    /**
     * How often the authenticator has signed; empty when this is no answer to this challenge, or not by this key.
     *
     * @param key as {@link Made} has it
     */
    public Optional<Long> signed(String answer, byte[] challenge, String key) {
        return attempt(() -> {
            JsonNode response = json(answer).path("response");
            byte[] client = bytes(response.path("clientDataJSON"));
            byte[] data = bytes(response.path("authenticatorData"));
            AuthenticatorData said = AuthenticatorData.read(data);
            byte[] content = ByteBuffer.allocate(data.length + 32)
                    .put(data)
                    .put(sha256(client))
                    .array();
            boolean good = asked(client, "webauthn.get", challenge)
                    && said.isFor(sha256(site.getBytes(UTF_8)))
                    && said.present()
                    && CoseKey.read(Base64.getUrlDecoder().decode(key))
                            .verifies(content, bytes(response.path("signature")));
            return good ? Optional.of(said.signed()) : Optional.empty();
        });
    }

    private boolean asked(byte[] client, String type, byte[] challenge) {
        JsonNode said = Json.parse(new String(client, UTF_8));
        return said.path("type").asText().equals(type)
                && MessageDigest.isEqual(bytes(said.path("challenge")), challenge)
                && origins.contains(said.path("origin").asText())
                && !said.path("crossOrigin").asBoolean(false);
    }

    private interface Attempt<T> {
        Optional<T> run();
    }

    /** Whatever is malformed in what a stranger sends is no answer. */
    private static <T> Optional<T> attempt(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (Cbor.MalformedException | IllegalArgumentException | UncheckedIOException malformed) {
            return Optional.empty();
        }
    }

    private static JsonNode json(String answer) {
        return Json.parse(answer);
    }

    private static byte[] bytes(JsonNode text) {
        return Base64.getUrlDecoder().decode(text.asText().replace("=", ""));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
