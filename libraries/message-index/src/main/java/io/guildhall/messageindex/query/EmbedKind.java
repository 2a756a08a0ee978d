package io.guildhall.messageindex.query;

import java.util.Locale;

/** Kinds of embeds that can be searched for; not one to one the types of embeds. */
public enum EmbedKind {
    IMAGE,
    VIDEO,
    GIF,
    SOUND,
    ARTICLE;

    /** How parameters and indexes call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
