package io.guildhall.gateway.fanin;

import io.guildhall.model.rpc.Greeting;
import java.util.HashMap;
import java.util.Map;

/**
 * The newest line of each relay that has a stream here. A relay without streams is forgotten, so there are never more than streams, and a
 * process whose clock stands behind its predecessor's is heard all the same.
 */
final class RelayLines {
    private final Map<String, RelayLine> newest = new HashMap<>();

    /** A stream was greeted. Its line is over from the first if a later one is known; else it ends those before it. */
    synchronized RelayLine begin(Greeting greeting) {
        RelayLine known = newest.get(greeting.getRelay());
        int age = known == null ? 1 : Long.compareUnsigned(greeting.getLine(), known.number());
        if (age == 0) {
            known.streams(1);
            return known;
        }
        RelayLine line = new RelayLine(greeting.getRelay(), greeting.getLine());
        line.streams(1);
        if (age < 0) {
            line.end();
            return line;
        }
        if (known != null) {
            known.end();
        }
        newest.put(greeting.getRelay(), line);
        return line;
    }

    /** A stream of the line is no more. */
    synchronized void end(RelayLine line) {
        if (line != RelayLine.UNKNOWN && line.streams(-1) == 0) {
            newest.remove(line.relay(), line);
        }
    }
}
