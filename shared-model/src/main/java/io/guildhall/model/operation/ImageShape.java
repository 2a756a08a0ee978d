package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * A picture in a data URI: {@code data:image/png;base64,...}. Only its outside is checked here; api decodes it, looks at
 * its first bytes, stores it and puts the picture's hash in its place before an owner sees the body.
 */
public record ImageShape() implements Shape {
    private static final Pattern START = Pattern.compile("data:image/(png|jpeg|jpg|gif|webp);base64,");

    /** 10 MiB in base64. */
    private static final int MAX_LENGTH = 14_000_000;

    private static final int LONGEST_START = 32;

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Shapes.missing(problems, value);
        }
        String text = value.isTextual() ? value.textValue() : "";
        String start = text.substring(0, Math.min(LONGEST_START, text.length()));
        if (!START.matcher(start).lookingAt()) {
            problems.add(
                    "IMAGE_INVALID", "Invalid image data. Should be a base64 data URI of a PNG, JPEG, GIF or WebP.");
        } else if (text.length() > MAX_LENGTH) {
            problems.add("BINARY_TYPE_MAX_SIZE", "File cannot be larger than 10240.0 kb.");
        }
        return value;
    }
}
