package io.guildhall.observability;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What services tell about their work. */
@ConfigMapping(prefix = "guildhall.observability")
public interface ObservabilityConfig {
    /** The share of requests that are traced, from 0 to 1, where traces are on at all. */
    @WithDefault("0.01")
    double traceRatio();
}
