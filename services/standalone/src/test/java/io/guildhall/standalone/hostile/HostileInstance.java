package io.guildhall.standalone.hostile;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** One process that holds nobody back, on a store that begins empty. */
public final class HostileInstance implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        String directory = "target/hostile/" + System.nanoTime();
        return Map.ofEntries(
                Map.entry("guildhall.data.dir", directory),
                Map.entry("guildhall.storage.directory", directory + "/store"),
                Map.entry("guildhall.api.attachments-directory", directory + "/files"),
                Map.entry("guildhall.mail.directory", directory + "/mail"),
                Map.entry("guildhall.search.directory", directory + "/search"),
                Map.entry("guildhall.token.secret", "a secret for tests only, long enough to be one"),
                Map.entry("guildhall.cluster.secret", "another-secret-for-tests-only-as-long-as-that"),
                Map.entry("guildhall.public.api-url", "http://127.0.0.1:1/api"),
                Map.entry("guildhall.public.gateway-url", "ws://127.0.0.1:1/gateway"),
                Map.entry("guildhall.public.cdn-url", "http://127.0.0.1:1/cdn"),
                // Longer than any test: what leaves the memory then is what does not exist.
                Map.entry("guildhall.guild.idle", "2h"),
                Map.entry("guildhall.api.rate-limits.enabled", "false"),
                Map.entry("guildhall.api.invalid-requests.maximum", "0"),
                Map.entry("quarkus.http.test-port", "0"));
    }
}
