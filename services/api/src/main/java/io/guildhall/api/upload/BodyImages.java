package io.guildhall.api.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.ImageShape;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.operation.SoundShape;
import io.guildhall.objects.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes the pictures and sounds that a body carries as data URIs (avatars, icons, banners) out of it, and puts names in their place, under
 * which they are stored before the owner hears of them. Each has a name of its own, equal ones too, which clients call its hash:
 * so it can go as soon as the one row that shows it shows it no more.
 */
@ApplicationScoped
public class BodyImages {
    private static final int NAME_BYTES = 16;
    private static final String ANIMATED = "a_";

    private static final Logger LOG = Logger.getLogger(BodyImages.class);

    private final ObjectStore store;
    private final FileMarks marks;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public BodyImages(ObjectStore store, FileMarks marks) {
        this.store = store;
        this.marks = marks;
    }

    /** Where a picture with this name is kept. */
    public static String key(String name) {
        return "pictures/" + name;
    }

    /** Where older ones are kept, whose names are hashes of their bytes; several rows may show one, so they stay. */
    public static String formerKey(String hash) {
        return "images/" + hash;
    }

    /**
     * @param pictures where those go that are found, by their names
     * @throws ApiException 50035 when a picture is none
     */
    public JsonNode take(Shape shape, JsonNode body, Map<String, byte[]> pictures) {
        if (shape instanceof ObjectShape fields && body instanceof ObjectNode object) {
            fields.shapes().forEach((name, field) -> {
                if (field instanceof ImageShape image && object.path(name).isTextual()) {
                    object.put(name, take(name, image, object.get(name).textValue(), pictures));
                } else if (field instanceof SoundShape && object.path(name).isTextual()) {
                    object.put(name, takeSound(name, object.get(name).textValue(), pictures));
                }
            });
        }
        return body;
    }

    /**
     * Puts what stands for a sticker's file in its place.
     *
     * @param pictures where the file goes, by its name
     * @throws ApiException when it can't be a sticker
     */
    public void takeSticker(ObjectNode body, byte[] file, Map<String, byte[]> pictures) {
        String name = name();
        body.put("file", name + "." + StickerFile.kind(file));
        pictures.put(name, file);
    }

    /** Durable when it returns. Unless the owner carries them, they go again after a while. */
    public void store(Map<String, byte[]> pictures) {
        marks.beginPictures(pictures.keySet());
        try {
            for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
                byte[] bytes = picture.getValue();
                store.put(key(picture.getKey()), new ByteArrayInputStream(bytes), bytes.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what the owner refused. What can't be removed now goes by its mark. */
    public void discard(Map<String, byte[]> pictures) {
        try {
            for (String name : pictures.keySet()) {
                store.delete(key(name));
            }
            marks.settlePictures(pictures.keySet());
        } catch (IOException | RuntimeException later) {
            LOG.debugf(later, "the pictures %s are left to the sweeper", pictures.keySet());
        }
    }

    private String take(String field, ImageShape shape, String dataUri, Map<String, byte[]> pictures) {
        try {
            byte[] bytes = decoded(dataUri);
            Optional<ImageSize> picture = ImageSize.read(new ByteArrayInputStream(bytes));
            if (picture.isEmpty()
                    || (shape.maxSide() > 0 && !WholePicture.is(picture.get().type(), bytes))) {
                throw invalid(field);
            }
            if (shape.maxSide() > 0
                    && Math.max(picture.get().width(), picture.get().height()) > shape.maxSide()) {
                throw ApiException.invalidField(
                        field,
                        "IMAGE_TOO_LARGE",
                        "Pictures cannot be larger than %d pixels in each direction.".formatted(shape.maxSide()));
            }
            String name = (picture.get().animated() ? ANIMATED : "") + name();
            pictures.put(name, bytes);
            return name;
        } catch (IllegalArgumentException malformed) {
            throw invalid(field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String takeSound(String field, String dataUri, Map<String, byte[]> pictures) {
        byte[] bytes;
        try {
            bytes = decoded(dataUri);
        } catch (IllegalArgumentException malformed) {
            throw ApiException.invalidField(field, "SOUND_INVALID", "Invalid sound data.");
        }
        SoundFile.require(bytes);
        String name = name();
        pictures.put(name, bytes);
        return name;
    }

    private static byte[] decoded(String dataUri) {
        return Base64.getMimeDecoder().decode(dataUri.substring(dataUri.indexOf(',') + 1));
    }

    private static ApiException invalid(String field) {
        return ApiException.invalidField(field, "IMAGE_INVALID", "Invalid image data.");
    }

    private String name() {
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }
}
