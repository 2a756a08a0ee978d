package io.guildhall.gateway.ending;

/** Says when many sessions have begun and, for a while, none more. Looked at by one thread, at even intervals. */
final class LoginBursts {
    private final int least;
    private final int quietLooks;
    private long before;
    private long last;
    private int quiet;

    /**
     * @param least sessions that make a burst
     * @param quietLooks that have to see no new session, one after the other
     */
    LoginBursts(int least, int quietLooks) {
        this.least = least;
        this.quietLooks = quietLooks;
    }

    /**
     * True once for each burst that is over.
     *
     * @param begun sessions that began since the start
     */
    boolean over(long begun) {
        quiet = begun == last ? quiet + 1 : 0;
        last = begun;
        if (quiet < quietLooks || begun - before < least) {
            return false;
        }
        before = begun;
        return true;
    }
}
