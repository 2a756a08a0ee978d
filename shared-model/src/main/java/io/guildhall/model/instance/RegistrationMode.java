package io.guildhall.model.instance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who may make an account. */
public enum RegistrationMode {
    /** Anybody. */
    OPEN,
    /** Who has an invitation of an administrator. */
    INVITATION,
    /** Nobody. */
    CLOSED;

    /** As it is written: {@code open}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every way to write one. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(RegistrationMode::text).toList();
    }

    /** What is written like no mode lets nobody in. */
    static RegistrationMode of(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.text().equals(text))
                .findFirst()
                .orElse(CLOSED);
    }
}
