package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * A picture in a data URI: {@code data:image/png;base64,...}. Only its outside is checked here; api decodes it, looks at
 * its first bytes, stores it and puts the picture's hash in its place before an owner sees the body.
 *
 * @param maxBytes of the picture itself
 * @param maxSide the most pixels in each direction, of a picture that must be sound from its first byte to its last; 0 for any picture
 *     of which the first bytes are sound
 */
public record ImageShape(int maxBytes, int maxSide) implements Shape {
    private static final Pattern START = Pattern.compile("data:image/(png|jpeg|jpg|gif|webp);base64,");

    private static final int LARGE = 10 << 20;

    static ImageShape large() {
        return new ImageShape(LARGE, 0);
    }

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Shapes.missing(problems, value);
        }
        if (!DataUri.begins(value, START)) {
            problems.add(
                    "IMAGE_INVALID", "Invalid image data. Should be a base64 data URI of a PNG, JPEG, GIF or WebP.");
        } else {
            DataUri.checkSize(value, maxBytes, problems);
        }
        return value;
    }
}
