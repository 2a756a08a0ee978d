package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.Dispatch;
import java.time.Clock;

/**
 * What all lanes of a node share.
 *
 * @param node this gateway node's id
 * @param recent what all sessions may hold together
 */
public record LaneContext(
        String node, SessionLimits limits, RecentBytes recent, Clock clock, Measures measures, Listener listener) {
    /** Hears on the lane of what concerns the node. */
    public interface Listener {
        /** A session is over; its actors are to be told. */
        void ended(Session session);

        /** A session has been without a connection for a while and waits to be resumed, or it was resumed after that. */
        void connectionChanged(Session session);

        /** An event for the gateway itself, whose name begins with {@code $}. */
        void control(Session session, Dispatch event);
    }
}
