package io.guildhall.gateway.connection;

/** Counts something, such as the frames of one client, in fixed windows. */
final class SendWindow {
    private long startedAt;
    private int count;

    /** Counts one frame; false when it is one too many for the window. */
    boolean accept(long now, long length, int limit) {
        if (now - startedAt >= length) {
            startedAt = now;
            count = 0;
        }
        count++;
        return count <= limit;
    }

    /** True when the window that counts at the moment has ended. */
    boolean over(long now, long length) {
        return now - startedAt >= length;
    }
}
