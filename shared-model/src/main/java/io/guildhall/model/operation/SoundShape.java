package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * A sound in a data URI: {@code data:audio/mpeg;base64,...}. Only its outside is checked here; api decodes it, looks at all of it, stores
 * it and puts its hash in its place before an owner sees the body.
 *
 * @param maxBytes of the sound itself
 */
public record SoundShape(int maxBytes) implements Shape {
    private static final Pattern START = Pattern.compile("data:audio/(mpeg|mp3|ogg);base64,");

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Shapes.missing(problems, value);
        }
        if (DataUri.begins(value, START)) {
            DataUri.checkSize(value, maxBytes, problems);
        } else {
            problems.add("SOUND_INVALID", "Invalid sound data. Should be a base64 data URI of an MP3 or Ogg file.");
        }
        return value;
    }
}
