package io.guildhall.clientport.socket;

/** Counts something, such as the frames of one client, in fixed windows. */
public final class SendWindow {
    private long startedAt;
    private int count;

    /** Counts one frame; false when it is one too many for the window. */
    public boolean accept(long now, long length, int limit) {
        if (now - startedAt >= length) {
            startedAt = now;
            count = 0;
        }
        count++;
        return count <= limit;
    }

    /** True when the window that counts at the moment has ended. */
    public boolean over(long now, long length) {
        return now - startedAt >= length;
    }
}
