package io.guildhall.model.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Slots as text: what it says, and the proof that the instance gave it out. Nothing is stored for it until its file comes. */
public final class UploadSlots {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    /** @param secret of the whole cluster, from which the key for this one purpose is derived */
    public UploadSlots(String secret, Clock clock) {
        this.key = new SecretKeySpec(
                hash(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM), "slots for uploads".getBytes(UTF_8)),
                ALGORITHM);
        this.clock = clock;
    }

    /** Letters, digits, dashes, underscores and one dot. */
    public String write(UploadSlot slot) {
        String content = encoded(Json.object()
                .put("c", slot.channelId())
                .put("a", slot.attachmentId())
                .put("u", slot.userId())
                .put("s", slot.maxSize())
                .put("n", slot.filename())
                .put("t", slot.contentType())
                .put("e", slot.expiresAt())
                .toString()
                .getBytes(UTF_8));
        return content + "." + proof(content);
    }

    /** Empty for what the instance never gave out, and for what has ended. */
    public Optional<UploadSlot> read(String text) {
        int dot = text.indexOf('.');
        if (dot < 0
                || !MessageDigest.isEqual(
                        proof(text.substring(0, dot)).getBytes(UTF_8),
                        text.substring(dot + 1).getBytes(UTF_8))) {
            return Optional.empty();
        }
        JsonNode content = Json.parse(new String(Base64.getUrlDecoder().decode(text.substring(0, dot)), UTF_8));
        UploadSlot slot = new UploadSlot(
                content.path("c").asLong(),
                content.path("a").asLong(),
                content.path("u").asLong(),
                content.path("s").asLong(),
                content.path("n").asText(),
                content.path("t").asText(),
                content.path("e").asLong());
        return Optional.of(slot).filter(good -> clock.millis() < good.expiresAt());
    }

    private String proof(String content) {
        return encoded(hash(key, content.getBytes(UTF_8)));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
