package io.guildhall.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tokens are signed and checked. */
@ConfigMapping(prefix = "guildhall.token")
public interface TokenConfig {
    /**
     * The key that every token is signed with, at least 32 characters; the same on every node. Whoever has it can be
     * anybody. Changing it revokes every token there is.
     */
    String secret();

    /** How long an answer about revocation may be remembered: after this, a revoked token is refused everywhere. */
    @WithDefault("3s")
    Duration remembered();

    /** How long a person's token stays good without being used. */
    @WithDefault("60d")
    Duration idle();

    /** How many tokens are remembered at most; when more are in use, the store is asked more often. */
    @WithDefault("100000")
    int rememberedTokens();
}
