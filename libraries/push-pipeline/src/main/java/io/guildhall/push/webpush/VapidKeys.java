package io.guildhall.push.webpush;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;

/** By which push services know this instance (RFC 8292). Subscriptions are bound to the public key: with another one all are void. */
public final class VapidKeys {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");

    private final ECPrivateKey privateKey;
    private final String publicKey;

    private VapidKeys(ECPrivateKey privateKey, ECPublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = BASE64.encodeToString(Curve.bytes(publicKey));
    }

    public static VapidKeys generate() {
        KeyPair pair = Curve.generate();
        return new VapidKeys((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());
    }

    /**
     * Reads what {@link #secret} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static VapidKeys of(String secret) {
        String[] parts = secret.split("\\.", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not the keys of Web Push");
        }
        Base64.Decoder decoder = Base64.getUrlDecoder();
        return new VapidKeys(Curve.privateKey(decoder.decode(parts[1])), Curve.publicKey(decoder.decode(parts[0])));
    }

    /** Both keys as text, to be kept as secrets are. */
    public String secret() {
        return publicKey + "." + BASE64.encodeToString(Curve.bytes(privateKey));
    }

    /** In base64url, as clients give it to their browser when they subscribe ({@code applicationServerKey}). */
    public String publicKey() {
        return publicKey;
    }

    /**
     * The value of the header Authorization for a request to this address.
     *
     * @param expires at most 24 hours from now
     * @param contact of the operator, a {@code mailto:} or {@code https:} address
     */
    public String authorization(URI endpoint, Instant expires, URI contact) {
        String claims = "{\"aud\":\"" + endpoint.getScheme() + "://" + endpoint.getRawAuthority() + "\",\"exp\":"
                + expires.getEpochSecond() + ",\"sub\":\"" + contact.toASCIIString() + "\"}";
        String signed = HEADER + "." + encoded(claims);
        return "vapid t=" + signed + "." + BASE64.encodeToString(sign(signed)) + ", k=" + publicKey;
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a request could not be signed", failure);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
