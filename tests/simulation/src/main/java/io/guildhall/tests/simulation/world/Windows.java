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
 */
public record Windows(long toRelay, int framesToGateway, long bytesToGateway) {
    /** As they are by default. */
    public static final Windows USUAL = new Windows(4_194_304, 50_000, 67_108_864);

    private static final long SMALLEST_TO_RELAY = 1_024;
    private static final int FEWEST_FRAMES = 16;
    private static final long SMALLEST_TO_GATEWAY = 8_192;
    /** Between the smallest and sixteen times as much. */
    private static final int DOUBLINGS = 5;

    /** Usual ones in every second run, otherwise small ones of each kind. */
    public static Windows drawn(SplittableRandom random) {
        return random.nextBoolean()
                ? USUAL
                : new Windows(
                        SMALLEST_TO_RELAY << random.nextInt(DOUBLINGS),
                        FEWEST_FRAMES << random.nextInt(DOUBLINGS),
                        SMALLEST_TO_GATEWAY << random.nextInt(DOUBLINGS));
    }

    Map<String, ?> settings(Role role) {
        return switch (role) {
            case GUILD -> Map.of("relayWindow", toRelay);
            case RELAY -> Map.of("windowFrames", framesToGateway, "windowBytes", bytesToGateway);
            case API, GATEWAY, STORAGE_PROXY -> Map.of();
        };
    }
}
