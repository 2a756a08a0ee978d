package io.guildhall.outgoing;

import io.guildhall.outgoing.OutgoingException.Reason;
import java.util.HashMap;
import java.util.Map;

/** Counts calls under way, in all and to each host. Nobody waits for a place: without one a call is refused. */
final class Places {
    private final int most;
    private final int mostPerHost;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    Places(int most, int mostPerHost) {
        this.most = most;
        this.mostPerHost = mostPerHost;
    }

    synchronized void enter(String host) throws OutgoingException {
        int here = taken.getOrDefault(host, 0);
        if (all >= most || here >= mostPerHost) {
            throw new OutgoingException(
                    Reason.BUSY, "too many calls are under way" + (all < most ? " to " + host : ""));
        }
        taken.put(host, here + 1);
        all++;
    }

    synchronized void leave(String host) {
        taken.computeIfPresent(host, (name, here) -> here == 1 ? null : here - 1);
        all--;
    }
}
