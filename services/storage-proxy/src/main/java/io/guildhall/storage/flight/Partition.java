package io.guildhall.storage.flight;

import io.guildhall.model.rpc.ReadRequest;
import java.util.HashMap;
import java.util.Map;

/** The flights of one partition. Changed only within the map's calls for its key. */
final class Partition {
    private final Map<ReadRequest, Flight> shared = new HashMap<>();
    private int running;

    int running() {
        return running;
    }

    /** The flight that readers of this request may join, if there is one that was ever shared. */
    Flight shared(ReadRequest request) {
        return shared.get(request);
    }

    void begin(Flight flight) {
        running++;
        if (!flight.alone()) {
            shared.put(flight.request(), flight);
        }
    }

    /**
     * The flight is over, whatever it brought. When it is not the shared one, a write ended its sharing or it was alone.
     * What it brings may then still be newer than what the shared flight will bring, so nobody may join that one any
     * more: whoever has seen a value never sees an older one.
     */
    void end(Flight flight) {
        running--;
        shared.remove(flight.request());
    }

    void endSharing() {
        shared.clear();
    }
}
