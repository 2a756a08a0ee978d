package io.guildhall.messageindex.lucene;

/** What a text is taken apart for. */
public enum Reading {
    /** To be found: all forms of each word. */
    INDEXED,
    /** A question: what words have in common with others of their kind. */
    ASKED,
    /** A question in quotation marks: these words, not others of their kind. */
    QUOTED
}
