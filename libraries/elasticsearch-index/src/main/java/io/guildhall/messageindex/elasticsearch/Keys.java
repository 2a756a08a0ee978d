package io.guildhall.messageindex.elasticsearch;

/** Keys of what an index knows: of each one document. */
final class Keys {
    private Keys() {}

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
