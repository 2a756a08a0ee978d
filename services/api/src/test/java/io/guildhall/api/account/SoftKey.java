package io.guildhall.api.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** An authenticator and the browser before it, as a program: makes a key of a kind and signs with it. */
final class SoftKey {
    private static final int PRESENT = 1;
    private static final int ATTESTED = 1 << 6;

    private final String algorithm;
    private final KeyPair keys;
    private final byte[] id = new byte[32];
    String origin = "http://localhost:8080";
    String site = "localhost";
    int flags = PRESENT;
    int signed;

    SoftKey(String algorithm) throws GeneralSecurityException {
        this.algorithm = algorithm;
        new SecureRandom().nextBytes(id);
        KeyPairGenerator generator = KeyPairGenerator.getInstance(
                switch (algorithm) {
                    case "ES256" -> "EC";
                    case "EdDSA" -> "Ed25519";
                    default -> "RSA";
                });
        if (algorithm.equals("ES256")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        } else if (algorithm.equals("RS256")) {
            generator.initialize(2048);
        }
        keys = generator.generateKeyPair();
    }

    /** The answer to what a browser is asked to have made. */
    String make(String asked) throws GeneralSecurityException {
        byte[] attestation = new Bytes()
                .head(5, 3)
                .text("fmt")
                .text("none")
                .text("attStmt")
                .head(5, 0)
                .text("authData")
                .bytes(data(ATTESTED, attested()))
                .all();
        return answer(asked, "webauthn.create")
                .put("attestationObject", text(attestation))
                .root();
    }

    /** The answer to what a browser is asked to have signed. */
    String sign(String asked) throws GeneralSecurityException {
        signed++;
        Answer answer = answer(asked, "webauthn.get");
        byte[] data = data(0, new byte[0]);
        Signature signature = Signature.getInstance(
                switch (algorithm) {
                    case "ES256" -> "SHA256withECDSA";
                    case "EdDSA" -> "Ed25519";
                    default -> "SHA256withRSA";
                });
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(answer.client));
        return answer.put("authenticatorData", text(data))
                .put("signature", text(signature.sign()))
                .root();
    }

    private byte[] data(int more, byte[] rest) throws GeneralSecurityException {
        return ByteBuffer.allocate(37 + rest.length)
                .put(sha256(site.getBytes(UTF_8)))
                .put((byte) (flags | more))
                .putInt(signed)
                .put(rest)
                .array();
    }

    private byte[] attested() {
        byte[] cose = cose();
        return ByteBuffer.allocate(16 + 2 + id.length + cose.length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(cose)
                .array();
    }

    private byte[] cose() {
        return switch (keys.getPublic()) {
            case ECPublicKey ec ->
                new Bytes()
                        .head(5, 5)
                        .number(1)
                        .number(2)
                        .number(3)
                        .number(-7)
                        .number(-1)
                        .number(1)
                        .number(-2)
                        .bytes(fixed(ec.getW().getAffineX(), 32))
                        .number(-3)
                        .bytes(fixed(ec.getW().getAffineY(), 32))
                        .all();
            case EdECPublicKey ed ->
                new Bytes()
                        .head(5, 4)
                        .number(1)
                        .number(1)
                        .number(3)
                        .number(-8)
                        .number(-1)
                        .number(6)
                        .number(-2)
                        .bytes(Arrays.copyOfRange(ed.getEncoded(), 12, 44))
                        .all();
            case RSAPublicKey rsa ->
                new Bytes()
                        .head(5, 4)
                        .number(1)
                        .number(3)
                        .number(3)
                        .number(-257)
                        .number(-1)
                        .bytes(fixed(rsa.getModulus(), 256))
                        .number(-2)
                        .bytes(fixed(rsa.getPublicExponent(), 3))
                        .all();
            default -> throw new IllegalStateException();
        };
    }

    private Answer answer(String asked, String type) {
        JsonNode options = Json.parse(asked).path("publicKey");
        byte[] client = Json.object()
                .put("type", type)
                .put("challenge", options.path("challenge").asText())
                .put("origin", origin)
                .put("crossOrigin", false)
                .toString()
                .getBytes(UTF_8);
        ObjectNode root =
                Json.object().put("type", "public-key").put("id", text(id)).put("rawId", text(id));
        ObjectNode response = root.putObject("response").put("clientDataJSON", text(client));
        return new Answer(root, response, client);
    }

    private record Answer(ObjectNode json, ObjectNode response, byte[] client) {
        Answer put(String field, String value) {
            response.put(field, value);
            return this;
        }

        String root() {
            return json.toString();
        }
    }

    /** Writes CBOR. */
    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes head(int kind, int count) {
            if (count < 24) {
                out.write(kind << 5 | count);
            } else if (count < 256) {
                out.write(kind << 5 | 24);
                out.write(count);
            } else {
                out.write(kind << 5 | 25);
                out.write(count >>> 8);
                out.write(count & 0xff);
            }
            return this;
        }

        Bytes number(int number) {
            return number < 0 ? head(1, -1 - number) : head(0, number);
        }

        Bytes bytes(byte[] bytes) {
            head(2, bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        Bytes text(String text) {
            head(3, text.length());
            out.writeBytes(text.getBytes(UTF_8));
            return this;
        }

        byte[] all() {
            return out.toByteArray();
        }
    }

    private static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int count = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - count, fixed, length - count, count);
        return fixed;
    }

    private static byte[] sha256(byte[] content) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
