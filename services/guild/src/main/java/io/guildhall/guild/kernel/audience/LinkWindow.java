package io.guildhall.guild.kernel.audience;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was sent on one stream and is not taken in at its other end, by number and in bytes. Whatever buffers lie between, they
 * never hold more. Not safe for threads.
 */
final class LinkWindow {
    /** Counted for each frame beside its encoded size: what it costs as objects. */
    static final int FRAME_COST = 256;

    private final long most;
    private final Deque<Integer> sizes = new ArrayDeque<>();
    private long bytes;
    private long lastNumber;

    LinkWindow(long most) {
        this.most = most;
    }

    /** True when this much fits: within the bound, or alone. */
    boolean fits(long size) {
        return bytes == 0 || bytes + size <= most;
    }

    static int cost(int encoded) {
        return encoded + FRAME_COST;
    }

    /** Another frame; the first has the number 1. */
    void add(int cost) {
        sizes.addLast(cost);
        bytes += cost;
        lastNumber++;
    }

    /** Everything up to this number is taken in. False when that is no news. */
    boolean taken(long number) {
        boolean any = false;
        while (!sizes.isEmpty() && lastNumber - sizes.size() < number) {
            bytes -= sizes.removeFirst();
            any = true;
        }
        return any;
    }

    long bytes() {
        return bytes;
    }

    /** True when there is room again for those who wait for it: a half, so that they are not woken for every frame. */
    boolean roomy() {
        return bytes <= most / 2;
    }
}
