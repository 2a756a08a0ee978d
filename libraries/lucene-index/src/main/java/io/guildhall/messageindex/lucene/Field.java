package io.guildhall.messageindex.lucene;

import io.guildhall.messageindex.document.DocumentKeys;

/** Names of what a document holds. They are on disk: a change of one, or of the analysis, wants the index made anew. */
final class Field {
    /** One of {@link DocumentKeys}. */
    static final String KEY = "key";

    /** {@link #MESSAGE}, or another word for what is no message. */
    static final String STATE = "state";

    static final String MESSAGE = "message";
    static final String REMOVED = "removed";
    static final String MARK = "mark";

    static final String EPOCH = "epoch";
    static final String SEQUENCE = "sequence";
    static final String ID = "id";
    static final String CHANNEL_NUMBER = "channel_number";
    static final String TEXT = "text";

    private Field() {}
}
