package io.guildhall.api.upload;

import io.guildhall.api.route.Percent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a header such as {@code form-data; name="files[0]"; filename="a b.png"}. A value may come in the form of RFC 5987, too,
 * which goes before the plain one: {@code filename*=UTF-8''%D0%B0.png}.
 */
final class HeaderParameters {
    /** What a value of RFC 5987 begins with; a language may follow, and an apostrophe must. */
    private static final String EXTENDED = "UTF-8'";

    private HeaderParameters() {}

    /** The parameters by lower-case name, without quotes; the value in front of them is left out. */
    static Map<String, String> of(String header) {
        Map<String, String> parameters = new HashMap<>();
        int index = header.indexOf(';');
        while (index >= 0 && index < header.length()) {
            int equals = header.indexOf('=', index + 1);
            if (equals < 0) {
                break;
            }
            String name = header.substring(index + 1, equals).strip().toLowerCase(Locale.ROOT);
            StringBuilder value = new StringBuilder();
            index = readValue(header, equals + 1, value);
            parameters.putIfAbsent(name, value.toString());
        }
        return decoded(parameters);
    }

    private static Map<String, String> decoded(Map<String, String> parameters) {
        Map<String, String> decoded = new HashMap<>(parameters);
        parameters.forEach((name, value) -> {
            if (name.endsWith("*") && value.regionMatches(true, 0, EXTENDED, 0, EXTENDED.length())) {
                int text = value.indexOf('\'', EXTENDED.length());
                Percent.decode(value.substring(text + 1), false)
                        .filter(readable -> text >= 0)
                        .ifPresent(readable -> decoded.put(name.substring(0, name.length() - 1), readable));
            }
        });
        return decoded;
    }

    /** Where the semicolon after the value is, or the end. */
    private static int readValue(String header, int from, StringBuilder value) {
        int index = from;
        while (index < header.length() && header.charAt(index) == ' ') {
            index++;
        }
        if (index >= header.length() || header.charAt(index) != '"') {
            int end = header.indexOf(';', index);
            int stop = end < 0 ? header.length() : end;
            value.append(header.substring(Math.min(index, stop), stop).strip());
            return stop;
        }
        index++;
        while (index < header.length() && header.charAt(index) != '"') {
            boolean escaped = header.charAt(index) == '\\'
                    && index + 1 < header.length()
                    && (header.charAt(index + 1) == '"' || header.charAt(index + 1) == '\\');
            index += escaped ? 1 : 0;
            value.append(header.charAt(index));
            index++;
        }
        int end = header.indexOf(';', index);
        return end < 0 ? header.length() : end;
    }
}
