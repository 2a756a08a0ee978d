package io.guildhall.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Small bounds, for what would otherwise take gigabytes. */
public class SmallBoundsProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "guildhall.gateway.replay.max-events", "50",
                "guildhall.gateway.replay.max-bytes", "100000",
                "guildhall.gateway.slow-reader.max-pending-bytes", "300000",
                "guildhall.gateway.zlib-mode", "classic",
                "guildhall.gateway.max-connections", "40",
                "guildhall.gateway.max-connections-per-address", "5",
                "guildhall.gateway.max-sessions-per-account", "3",
                // Long enough for a test to fill all places before the first is given back.
                "guildhall.gateway.identify.timeout", "10S",
                "guildhall.public.trusted-proxies", "127.0.0.1/32");
    }
}
