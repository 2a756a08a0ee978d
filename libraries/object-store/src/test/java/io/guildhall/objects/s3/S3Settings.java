package io.guildhall.objects.s3;

import io.guildhall.objects.ObjectsConfig;
import io.guildhall.testing.Settings;
import java.util.HashMap;
import java.util.Map;

/** Settings of the store that tests start. */
final class S3Settings {
    private S3Settings() {}

    /** @param more replaces the settings of these names behind guildhall.objects.s3 */
    static ObjectsConfig.S3 of(String address, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "endpoint", "http://" + address,
                "access-key", "guildhall",
                "secret-key", "guildhall-secret",
                "silence", "20s"));
        settings.putAll(more);
        Map<String, String> whole = new HashMap<>();
        settings.forEach((name, value) -> whole.put("guildhall.objects.s3." + name, value));
        return Settings.of(ObjectsConfig.class).with(whole).s3();
    }
}
