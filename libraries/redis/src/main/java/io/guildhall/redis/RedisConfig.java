package io.guildhall.redis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long Redis is waited for. Where it is, who one is to it and its TLS are Quarkus' own settings, quarkus.redis.*. */
@ConfigMapping(prefix = "guildhall.redis")
public interface RedisConfig {
    /** How long an answer may take before Redis counts as away. */
    @WithDefault("500ms")
    Duration timeout();

    /** How long it is left alone then. */
    @WithDefault("1s")
    Duration rest();

    /** What every key begins with, so that several installations can share one Redis. */
    @WithDefault("guildhall:")
    String prefix();
}
