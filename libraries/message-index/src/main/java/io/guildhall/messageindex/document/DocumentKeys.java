package io.guildhall.messageindex.document;

/** Keys of what an index knows: of each there is one document. They are stored, so a change of one wants every index made anew. */
public final class DocumentKeys {
    private DocumentKeys() {}

    public static String message(long id) {
        return "m" + id;
    }

    /** That a channel is gone. */
    public static String channel(long id) {
        return "c" + id;
    }

    /** That a home is gone. */
    public static String home(long id) {
        return "h" + id;
    }

    /** In which term its owner last told of a home. */
    public static String term(long home) {
        return "t" + home;
    }

    /** That a home's older messages are all there. */
    public static String complete(long home) {
        return "b" + home;
    }
}
