package io.guildhall.voice.room;

import java.util.HashMap;
import java.util.Map;

/**
 * Who is heard in a room at the moment: what forwarding costs is listeners times speakers, so these are bounded. A place is kept as long as its
 * holder goes on, and a little longer. Whoever has priority finds one all the same. One thread.
 */
final class Speakers {
    private static final long SILENT_AFTER = 1_000_000_000L;

    private final int most;
    private final Map<Integer, Long> lastHeard = new HashMap<>();

    Speakers(int most) {
        this.most = most;
    }

    /** @param now by the monotonic clock, in nanoseconds */
    boolean admit(int ssrc, boolean priority, long now) {
        if (!lastHeard.containsKey(ssrc) && lastHeard.size() >= most) {
            lastHeard.values().removeIf(heard -> now - heard > SILENT_AFTER);
            if (lastHeard.size() >= most && !priority) {
                return false;
            }
        }
        lastHeard.put(ssrc, now);
        return true;
    }

    void forget(int ssrc) {
        lastHeard.remove(ssrc);
    }
}
