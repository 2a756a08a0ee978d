package io.guildhall.storage.flight;

import io.guildhall.model.rpc.ReadRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The flights of one partition. Changed only within the map's calls for its key. */
final class PartitionFlights {
    private final Map<ReadRequest, Flight> shared = new HashMap<>();
    private final Map<ReadRequest, Flight> lone = new HashMap<>();
    private final Map<ReadRequest, Flight> gathering = new HashMap<>();
    private int running;

    /** Flights under way, and those that gather their callers. */
    int running() {
        return running;
    }

    /** The flight that readers of this request may join though it has begun; null when there is none. */
    Flight shared(ReadRequest request) {
        return shared.get(request);
    }

    /** The flight that begins when the lone one before it is over; null when there is none. */
    Flight gathering(ReadRequest request) {
        return gathering.get(request);
    }

    /** Adds a flight; false when it has to wait for the lone one before it. */
    boolean begin(Flight flight) {
        running++;
        if (!flight.alone()) {
            shared.put(flight.request(), flight);
            return true;
        }
        if (lone.putIfAbsent(flight.request(), flight) == null) {
            return true;
        }
        gathering.put(flight.request(), flight);
        return false;
    }

    /**
     * The flight is over, whatever it brought. When it is not the shared one, a write ended its sharing or it was alone.
     * What it brings may then still be newer than what the shared flight will bring, so nobody may join that one any
     * more: whoever has seen a value never sees an older one.
     *
     * @return the flight that waited for this one and begins now
     */
    Optional<Flight> end(Flight flight) {
        running--;
        shared.remove(flight.request());
        if (gathering.remove(flight.request(), flight) || !lone.remove(flight.request(), flight)) {
            return Optional.empty();
        }
        Flight next = gathering.remove(flight.request());
        if (next != null) {
            lone.put(flight.request(), next);
        }
        return Optional.ofNullable(next);
    }

    void endSharing() {
        shared.clear();
    }
}
