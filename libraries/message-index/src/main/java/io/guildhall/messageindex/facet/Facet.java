package io.guildhall.messageindex.facet;

/** What of a message is compared whole, word for word. The words are on disk: a change of one wants the index made anew. */
public enum Facet {
    HOME("home"),
    CHANNEL("channel"),
    AUTHOR("author"),
    AUTHOR_TYPE("author_type"),
    MENTION("mention"),
    ROLE("role"),
    REPLIED_MESSAGE("replied_message"),
    REPLIED_AUTHOR("replied_author"),
    HAS("has"),
    EMBED("embed"),
    PROVIDER("provider"),
    HOSTNAME("hostname"),
    FILENAME("filename"),
    EXTENSION("extension"),
    /** {@link Facets#PINNED}, {@link Facets#TO_EVERYONE}. */
    TRAIT("trait");

    private final String word;

    Facet(String word) {
        this.word = word;
    }

    /** Its name in an index. */
    public String word() {
        return word;
    }
}
