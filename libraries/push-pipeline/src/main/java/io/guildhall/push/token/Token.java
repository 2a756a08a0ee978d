package io.guildhall.push.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import io.guildhall.push.webpush.Encryption;
import io.guildhall.push.webpush.Recipient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A device as Google and Apple know it: by a token that they gave to the application, which has no address of its own. What it is told passes through their hands;
 * an application that made keys when it registered has it encrypted as browsers have (RFC 8291), so that they see nothing of it.
 *
 * @param value a secret: whoever has the operator's account can send there
 */
public record Token(String value, Optional<Recipient> recipient) {
    /** Under which an application finds what it alone can read, in base64url. */
    public static final String ENCRYPTED = "encrypted";

    /**
     * @param address as {@link io.guildhall.push.webpush.Subscription#address} puts it together
     * @throws IllegalArgumentException when this is none
     */
    public static Token of(String address) {
        String[] parts = address.split(" ", -1);
        return switch (parts.length) {
            case 1 -> new Token(parts[0], Optional.empty());
            case 3 -> new Token(parts[0], Optional.of(Recipient.of(parts[1], parts[2])));
            default -> throw new IllegalArgumentException("not a token");
        };
    }

    /** What is sent instead of a content: the content itself, or the one field {@link #ENCRYPTED}. */
    public ObjectNode sealed(byte[] content) {
        return recipient
                .map(keys -> Json.object()
                        .put(
                                ENCRYPTED,
                                Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(Encryption.encrypt(content, keys))))
                .orElseGet(() -> (ObjectNode) Json.parse(new String(content, StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "a token";
    }
}
