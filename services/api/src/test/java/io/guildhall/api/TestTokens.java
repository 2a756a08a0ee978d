package io.guildhall.api;

import io.guildhall.identity.TokenConfig;
import java.time.Duration;

/** How tokens are signed in tests. */
public record TestTokens() implements TokenConfig {
    @Override
    public String secret() {
        return "a secret for tests only, long enough";
    }

    @Override
    public Duration remembered() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Duration idle() {
        return Duration.ofDays(60);
    }

    @Override
    public int rememberedTokens() {
        return 10;
    }
}
