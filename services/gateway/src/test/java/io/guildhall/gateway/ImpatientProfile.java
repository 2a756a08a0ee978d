package io.guildhall.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Short intervals and small bounds, for what would otherwise take minutes or gigabytes. */
public class ImpatientProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "guildhall.gateway.heartbeat-interval", "600ms",
                "guildhall.gateway.replay.timeout", "500ms",
                "guildhall.gateway.replay.max-events", "50",
                "guildhall.gateway.replay.max-bytes", "100000",
                "guildhall.gateway.slow-reader.max-pending-bytes", "300000",
                "guildhall.gateway.zlib-mode", "classic",
                "guildhall.gateway.attach.patience", "2S",
                "guildhall.gateway.max-connections", "40");
    }
}
