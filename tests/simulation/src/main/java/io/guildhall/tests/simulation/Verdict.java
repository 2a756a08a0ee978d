package io.guildhall.tests.simulation;

import java.util.List;

/**
 * How one run ended.
 *
 * @param violations what was broken of the promises; empty when all were kept
 * @param fingerprint the same for two runs exactly when they took the same steps
 */
public record Verdict(Kind kind, long seed, List<String> violations, long steps, long fingerprint) {
    public boolean held() {
        return violations.isEmpty();
    }
}
