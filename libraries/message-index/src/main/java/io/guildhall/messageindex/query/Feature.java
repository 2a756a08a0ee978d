package io.guildhall.messageindex.query;

import java.util.Locale;

/** What a message can have, for the parameter {@code has}. */
public enum Feature {
    LINK,
    EMBED,
    FILE,
    IMAGE,
    VIDEO,
    SOUND,
    STICKER,
    POLL,
    SNAPSHOT;

    /** How parameters and indexes call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
