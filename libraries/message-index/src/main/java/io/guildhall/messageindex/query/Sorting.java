package io.guildhall.messageindex.query;

/** In which order hits come. By relevance the best are first; among equals, and always by time, the id decides. */
public enum Sorting {
    NEWEST_FIRST,
    OLDEST_FIRST,
    RELEVANCE
}
