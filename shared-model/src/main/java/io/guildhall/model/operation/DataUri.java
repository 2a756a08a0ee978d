package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Data URIs in base64, of which only the outside is looked at. */
final class DataUri {
    private static final int LONGEST_START = 32;

    private DataUri() {}

    /** Whether it is text that begins so. */
    static boolean begins(JsonNode value, Pattern start) {
        String text = value.isTextual() ? value.textValue() : "";
        return start.matcher(text.substring(0, Math.min(LONGEST_START, text.length())))
                .lookingAt();
    }

    static void checkSize(JsonNode value, int maxBytes, Problems problems) {
        if (bytes(value.textValue()) > maxBytes) {
            problems.add("BINARY_TYPE_MAX_SIZE", "File cannot be larger than " + maxBytes / 1024 + ".0 kb.");
        }
    }

    /** How many bytes the text stands for; a few fewer when it has line breaks. */
    private static long bytes(String text) {
        int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        return (text.length() - text.indexOf(',') - 1) * 3L / 4 - padding;
    }
}
