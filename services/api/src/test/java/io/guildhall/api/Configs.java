package io.guildhall.api;

import io.guildhall.api.config.ApiConfig;
import io.guildhall.testing.Settings;
import java.util.Map;

/** Configuration for tests: the defaults, and what a test says. */
public final class Configs {
    private Configs() {}

    public static ApiConfig api(Map<String, String> properties) {
        return Settings.of(ApiConfig.class).with(properties);
    }
}
