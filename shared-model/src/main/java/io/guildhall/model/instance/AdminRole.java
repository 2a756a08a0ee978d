package io.guildhall.model.instance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do with the instance as a whole. */
public enum AdminRole {
    /** Looks after people, guilds and reports. */
    MODERATOR,
    /** Everything that the instance has for administrators; moderators' work too. */
    ADMINISTRATOR;

    /** As it is written: {@code moderator}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every way to write one. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(AdminRole::text).toList();
    }

    public static Optional<AdminRole> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }

    /** Whether it is enough where the other is asked for. */
    public boolean covers(AdminRole other) {
        return compareTo(other) >= 0;
    }
}
