package io.guildhall.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Frequent roll calls and sessions that end soon after their clients, which may stay as silent as they usually may. */
public class FrequentRollCallsProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "guildhall.gateway.replay.timeout", "5S",
                "guildhall.gateway.attach.patience", "2S",
                "guildhall.gateway.attach.roll-call", "100ms");
    }
}
