package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.Dispatch;

/** One variant of an event for some of a lane's sessions, with its place in its actor's order. */
public record LaneEvent(
        long actor, int partition, long epoch, long sequence, Dispatch dispatch, boolean control, long[] sessions) {
    /** The control event by which an owner says that it can't serve a session in order any more. */
    static final String INVALIDATE = "$INVALIDATE";

    /**
     * Whose neighbours its sessions are from now on, so that each has what any of them has. That is not known of a session that still gets
     * what it missed: its neighbours may have more, and it may be cut off before it has caught up.
     */
    int partition(boolean backlog) {
        return backlog ? Attachments.UNKNOWN_PARTITION : partition;
    }
}
