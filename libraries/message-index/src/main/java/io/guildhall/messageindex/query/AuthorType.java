package io.guildhall.messageindex.query;

import java.util.Locale;

/** Who wrote a message, as a search tells authors apart. A webhook is no bot. */
public enum AuthorType {
    USER,
    BOT,
    WEBHOOK;

    /** How parameters and indexes call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
