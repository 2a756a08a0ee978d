package io.guildhall.api;

import io.guildhall.api.config.ApiConfig;
import io.guildhall.redis.RedisConfig;
import io.guildhall.redis.RedisLink;
import io.guildhall.testing.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Configuration for tests: the defaults, and what a test says. */
public final class Configs {
    private Configs() {}

    public static ApiConfig api(Map<String, String> properties) {
        return Settings.of(ApiConfig.class).with(properties);
    }

    /** Each node counts for itself. */
    public static RedisLink noRedis() {
        return new RedisLink(Optional.empty(), Settings.of(RedisConfig.class).defaults(), System::nanoTime);
    }

    /** For tests of what comes after limits. */
    public static ApiConfig unlimited(Path attachments) {
        return api(Map.of(
                "guildhall.api.attachments-directory", attachments.toString(),
                "guildhall.api.rate-limits.enabled", "false",
                "guildhall.api.invalid-requests.maximum", "0"));
    }
}
