package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.name.WhiteSpace;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** A web address with one of some schemes. */
record UrlShape(int max, List<String> schemes) implements Shape {
    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        JsonNode clean = new TextShape(0, max, WhiteSpace::trimmed).check(value, problems);
        if (!problems.isEmpty()) {
            return clean;
        }
        String text = clean.asText();
        int colon = text.indexOf("://");
        if (colon <= 0) {
            problems.add("URL_TYPE_INVALID_URL", "Not a well formed URL.");
            return clean;
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!schemes.contains(scheme)) {
            String listed = schemes.stream()
                    .map(name -> "'" + name + "'")
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            problems.add("URL_TYPE_INVALID_SCHEME", "Scheme \"" + scheme + "\" must be one of (" + listed + ").");
        } else if (!wellFormed(scheme, text)) {
            problems.add("URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
        return clean;
    }

    private static boolean wellFormed(String scheme, String text) {
        if (scheme.equals("attachment")) {
            return text.length() > "attachment://".length();
        }
        try {
            // People paste addresses with characters that the grammar wants escaped; only the host has to make sense.
            String rest = text.substring(text.indexOf("://") + 3);
            String authority = rest.split("[/?#]", 2)[0];
            return !authority.isEmpty() && new URI(scheme + "://" + authority).getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
