package io.guildhall.standalone;

import java.util.Locale;
import java.util.Optional;

/** A setting that this process gives its services unless the person gave it, as a system property or in the environment. */
record Setting(String key) {
    Optional<String> given() {
        return Optional.ofNullable(System.getProperty(key)).or(() -> Optional.ofNullable(System.getenv(variable())));
    }

    String or(String otherwise) {
        return given().orElse(otherwise);
    }

    void provide(String value) {
        if (given().isEmpty()) {
            System.setProperty(key, value);
        }
    }

    private String variable() {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
