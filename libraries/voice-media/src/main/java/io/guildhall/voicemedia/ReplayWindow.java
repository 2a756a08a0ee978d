package io.guildhall.voicemedia;

import java.util.Arrays;

/**
 * The nonces of a session that were seen, so that nobody who listened on the way can send a packet again. Nonces count up; one that lies
 * further behind the highest than packets ever overtake each other counts as seen. One thread.
 */
public final class ReplayWindow {
    private static final int WIDTH = 1024;

    private final long[] seen = new long[WIDTH / Long.SIZE];
    private int highest = -1;

    /** What the packet is, by its nonce. */
    public enum Order {
        /** None with so high a nonce came before. */
        NEWEST,
        /** Others overtook it. */
        LATE,
        /** It came before, or is too old to tell. */
        REPEATED
    }

    /** Only for a packet that was opened: else strangers could make those of the client look old. */
    public Order take(int nonce) {
        if (nonce > highest) {
            forget(nonce);
            highest = nonce;
            mark(nonce);
            return Order.NEWEST;
        }
        if ((long) highest - nonce >= WIDTH || marked(nonce)) {
            return Order.REPEATED;
        }
        mark(nonce);
        return Order.LATE;
    }

    /** Those between the highest before and this one were not seen, and take the places of some that were. */
    private void forget(int nonce) {
        if ((long) nonce - highest >= WIDTH) {
            Arrays.fill(seen, 0);
            return;
        }
        for (int skipped = highest + 1; skipped < nonce; skipped++) {
            seen[word(skipped)] &= ~bit(skipped);
        }
    }

    private void mark(int nonce) {
        seen[word(nonce)] |= bit(nonce);
    }

    private boolean marked(int nonce) {
        return (seen[word(nonce)] & bit(nonce)) != 0;
    }

    private static int word(int nonce) {
        return nonce % WIDTH / Long.SIZE;
    }

    private static long bit(int nonce) {
        return 1L << (nonce % Long.SIZE);
    }
}
