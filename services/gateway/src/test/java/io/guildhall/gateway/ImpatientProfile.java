package io.guildhall.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A short heartbeat interval, for what would otherwise take minutes. */
public class ImpatientProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "guildhall.gateway.heartbeat-interval", "2S",
                "guildhall.gateway.replay.timeout", "5S",
                "guildhall.gateway.attach.patience", "2S");
    }
}
