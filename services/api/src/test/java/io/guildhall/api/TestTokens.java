package io.guildhall.api;

import io.guildhall.identity.TokenConfig;
import io.guildhall.testing.Settings;
import java.util.Map;

/** How tokens are signed in tests. */
public final class TestTokens {
    private TestTokens() {}

    public static TokenConfig config() {
        return Settings.of(TokenConfig.class)
                .with(Map.of("guildhall.token.secret", "a secret for tests only, long enough"));
    }
}
