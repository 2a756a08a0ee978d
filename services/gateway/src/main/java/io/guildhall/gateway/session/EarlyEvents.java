package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.Dispatch;
import java.util.ArrayList;
import java.util.List;

/** What happens between a session's first attach and its READY, which it follows. Bounded in number and in bytes. */
final class EarlyEvents {
    /** More mean that something is wrong. */
    private static final int LIMIT = 1_000;

    private final List<Dispatch> events = new ArrayList<>();
    private long bytes;

    /** False when there is no room for it, or no longer for what waits. */
    boolean add(Dispatch dispatch, Lane lane) {
        bytes += dispatch.weight();
        if (events.size() >= LIMIT
                || bytes > lane.limits().replayBytes()
                || !events.isEmpty() && lane.recent().passed(events.getFirst())) {
            return false;
        }
        events.add(dispatch);
        return true;
    }

    long bytes() {
        return bytes;
    }

    List<Dispatch> events() {
        return events;
    }
}
