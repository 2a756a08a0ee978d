package io.guildhall.api.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.ImageShape;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the pictures that a body carries as data URIs (avatars, icons, banners) out of it, puts their hashes in their place, and
 * stores them once the request has succeeded. A picture is kept under the hash of its bytes, so equal ones are kept once.
 */
@ApplicationScoped
public class BodyImages {
    private static final int HASH_BYTES = 16;
    private static final String ANIMATED = "a_";

    private final ObjectStore store;

    @Inject
    public BodyImages(ObjectStore store) {
        this.store = store;
    }

    /** Where a picture with this hash is kept. */
    public static String key(String hash) {
        return "images/" + hash;
    }

    /**
     * @param pictures where those go that are found, by their hashes
     * @throws ApiException 50035 when a picture is none
     */
    public JsonNode take(Shape shape, JsonNode body, Map<String, byte[]> pictures) {
        if (shape instanceof ObjectShape fields && body instanceof ObjectNode object) {
            for (String name : fields.names()) {
                boolean picture = fields.field(name).orElseThrow() instanceof ImageShape;
                if (picture && object.path(name).isTextual()) {
                    object.put(name, take(name, object.get(name).textValue(), pictures));
                }
            }
        }
        return body;
    }

    /** Durable when it returns. */
    public void store(Map<String, byte[]> pictures) {
        try {
            for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
                byte[] bytes = picture.getValue();
                store.put(key(picture.getKey()), new ByteArrayInputStream(bytes), bytes.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String take(String field, String dataUri, Map<String, byte[]> pictures) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(dataUri.substring(dataUri.indexOf(',') + 1));
            Optional<ImageSize> picture = ImageSize.read(new ByteArrayInputStream(bytes));
            if (picture.isEmpty()) {
                throw invalid(field);
            }
            String hash = (picture.get().animated() ? ANIMATED : "") + hash(bytes);
            pictures.put(hash, bytes);
            return hash;
        } catch (IllegalArgumentException malformed) {
            throw invalid(field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiException invalid(String field) {
        return ApiException.invalidField(field, "IMAGE_INVALID", "Invalid image data.");
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
