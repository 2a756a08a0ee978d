package io.guildhall.api.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Decodes percent sequences as UTF-8. */
public final class Percent {
    private Percent() {}

    /**
     * @param form true when {@code +} means a space, as in queries
     * @return empty when a percent sign is not followed by two hexadecimal digits
     */
    public static Optional<String> decode(String text, boolean form) {
        if (text.indexOf('%') < 0 && !(form && text.indexOf('+') >= 0)) {
            return Optional.of(text);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] raw = text.getBytes(UTF_8);
        for (int index = 0; index < raw.length; index++) {
            byte next = raw[index];
            if (next == '%') {
                int high = index + 2 < raw.length ? Character.digit(raw[index + 1], 16) : -1;
                int low = index + 2 < raw.length ? Character.digit(raw[index + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high << 4 | low);
                index += 2;
            } else {
                bytes.write(form && next == '+' ? ' ' : next);
            }
        }
        return Optional.of(bytes.toString(UTF_8));
    }
}
