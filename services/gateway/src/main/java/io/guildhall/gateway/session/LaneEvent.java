package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.Dispatch;

/** One variant of an event for some of a lane's sessions, with its place in its actor's order. */
public record LaneEvent(
        long actor, int partition, long epoch, long sequence, Dispatch dispatch, boolean control, long[] sessions) {
    /** The control event by which an owner says that it can't serve a session in order any more. */
    static final String INVALIDATE = "$INVALIDATE";
}
