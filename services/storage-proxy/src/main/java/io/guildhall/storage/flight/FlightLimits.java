package io.guildhall.storage.flight;

import java.time.Duration;

/**
 * The bounds of reads that are under way. A read that would pass one of them is refused at once.
 *
 * @param perPartition reads of the store for one partition
 * @param inAll reads of the store together
 * @param aboard callers that wait for the same read
 * @param waiting callers that wait, together
 * @param deadline how long a read of the store may take; then everybody aboard is told that it is late
 */
public record FlightLimits(int perPartition, int inAll, int aboard, int waiting, Duration deadline) {
    /** What a proxy has by default. */
    public static final FlightLimits DEFAULT = new FlightLimits(256, 8_192, 16_384, 131_072, Duration.ofSeconds(4));
}
