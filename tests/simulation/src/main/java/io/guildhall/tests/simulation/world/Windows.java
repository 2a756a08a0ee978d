package io.guildhall.tests.simulation.world;

import io.guildhall.model.cluster.Role;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How much may wait between nodes in one run. With the usual windows a small town never fills one; with small ones every refusal for
 * want of room is met.
 *
 * @param toRelay bytes under way from an owner's node to one relay
 * @param framesToGateway frames under way from a relay to one gateway
 * @param bytesToGateway bytes under way from a relay to one gateway
 * @param bytesOfSession bytes that a gateway keeps for one session to replay; twice as many may wait for a slow reader
 */
public record Windows(long toRelay, int framesToGateway, long bytesToGateway, long bytesOfSession) {
    /** As they are by default. */
    public static final Windows USUAL = new Windows(4_194_304, 50_000, 67_108_864, 4_194_304);

    private static final long SMALLEST_TO_RELAY = 1_024;
    private static final int FEWEST_FRAMES = 16;
    /** Bytes of the largest event that a town tells. */
    private static final long LARGEST_EVENT = 4_096;

    private static final long SMALLEST_TO_GATEWAY = 2 * LARGEST_EVENT;
    private static final long SMALLEST_OF_SESSION = 4_096;
    /** Between the smallest and sixteen times as much. */
    private static final int DOUBLINGS = 5;

    /** Usual ones in every second run, otherwise small ones of each kind. */
    public static Windows drawn(SplittableRandom random) {
        return random.nextBoolean()
                ? USUAL
                : new Windows(
                        SMALLEST_TO_RELAY << random.nextInt(DOUBLINGS),
                        FEWEST_FRAMES << random.nextInt(DOUBLINGS),
                        SMALLEST_TO_GATEWAY << random.nextInt(DOUBLINGS),
                        SMALLEST_OF_SESSION << random.nextInt(DOUBLINGS));
    }

    /** Bytes that a gateway may hold for one session. */
    long ofSession() {
        return 2 * bytesOfSession;
    }

    Map<String, ?> settings(Role role) {
        return switch (role) {
            case GUILD -> Map.of("relayWindow", toRelay);
            case RELAY -> Map.of("windowFrames", framesToGateway, "windowBytes", bytesToGateway);
            case GATEWAY -> Map.of("maxBytes", bytesOfSession, "maxPendingBytes", ofSession());
            case API, STORAGE_PROXY, SEARCH, VOICE -> Map.of();
        };
    }
}
