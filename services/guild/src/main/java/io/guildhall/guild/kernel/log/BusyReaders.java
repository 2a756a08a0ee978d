package io.guildhall.guild.kernel.log;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The readers of a node that have something before them. They look at it from time to time, so that what can't be delivered does not wait
 * silently; what is taken at once costs no more than a place here. Safe for threads.
 */
final class BusyReaders {
    private final Set<LaneReader> readers = ConcurrentHashMap.newKeySet();

    void note(LaneReader reader, boolean waits) {
        if (waits) {
            readers.add(reader);
        } else {
            readers.remove(reader);
        }
    }

    void look() {
        readers.forEach(LaneReader::look);
    }
}
