package io.guildhall.voicemedia;

/**
 * Both ends of a session seal with one key, and no nonce may ever be used twice with a key. So the lower half of all nonces is the client's,
 * which count up from a small number, and the upper half is ours. What comes with one of ours was not made by a client: it is one of our own
 * packets that somebody sends back. One thread.
 */
public final class Nonces {
    private static final int FIRST = Integer.MIN_VALUE;
    private static final int LAST = -1;

    private int next;
    private boolean exhausted;

    public Nonces() {
        this(FIRST);
    }

    Nonces(int next) {
        this.next = next;
    }

    /** Whether a client may use it. */
    public static boolean isClients(int nonce) {
        return nonce >= 0;
    }

    /** True once there are no more: nothing may be sealed with the key any longer. That is two thousand million packets. */
    public boolean exhausted() {
        return exhausted;
    }

    public int take() {
        if (exhausted) {
            throw new IllegalStateException("the key is used up");
        }
        int taken = next;
        exhausted = taken == LAST;
        next++;
        return taken;
    }
}
