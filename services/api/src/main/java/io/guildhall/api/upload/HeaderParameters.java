package io.guildhall.api.upload;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads a header such as {@code form-data; name="files[0]"; filename="a b.png"}. */
final class HeaderParameters {
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
        return parameters;
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
