package io.guildhall.messageindex.lucene;

/** Names of what a document holds. They are on disk: a change of one, or of the analysis, wants the index made anew. */
final class Field {
    /** The message, home or channel that it says something of: one document of each. */
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

    static String message(long id) {
        return "m" + id;
    }

    /** That a channel is gone. */
    static String channel(long id) {
        return "c" + id;
    }

    /** That a home is gone. */
    static String home(long id) {
        return "h" + id;
    }

    /** In which term its owner last told of a home. */
    static String term(long home) {
        return "t" + home;
    }

    /** That a home's older messages are all there. */
    static String complete(long home) {
        return "b" + home;
    }
}
