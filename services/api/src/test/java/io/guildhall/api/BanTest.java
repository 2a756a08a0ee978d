package io.guildhall.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs apart from the other tests: the address that it gets banned is that of all who show no good token. */
@QuarkusTest
@TestProfile(BanTest.Alone.class)
class BanTest {
    private static final int CALLERS = 4;

    /** Another application for this test. */
    public static class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("guildhall.api.rate-limits.enabled", "false");
        }
    }

    @TestHTTPResource("/")
    URI server;

    @Test
    void tenThousandInvalidRequestsBanTheAddressAndNoGoodToken() {
        Client client = new Client(server);
        String token = client.person("banned");
        // One short of the limit, from several connections at once; requests that are merely malformed do not count.
        List<CompletableFuture<Void>> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> CompletableFuture.runAsync(() -> {
                    for (int request = caller; request < 9_999; request += CALLERS) {
                        assertThat(client.get("/api/v10/users/@me", "Bot nobody")
                                        .statusCode())
                                .isEqualTo(401);
                    }
                }))
                .toList();
        callers.forEach(CompletableFuture::join);
        assertThat(client.get("/api/v10/guilds/x", token).statusCode()).isEqualTo(400);
        assertThat(client.get("/api/v10/users/@me", token).statusCode()).isEqualTo(200);
        assertThat(client.get("/api/v10/users/@me", null).statusCode()).isEqualTo(401);

        HttpResponse<String> banned = client.get("/api/v10/users/@me", "Bot nobody");
        assertThat(banned.statusCode()).isEqualTo(429);
        assertThat(banned.headers().firstValue("Via")).isEmpty();
        assertThat(client.get("/api/v10/users/@me", null).statusCode()).isEqualTo(429);
        assertThat(client.get("/api/v10/users/@me", token).statusCode()).isEqualTo(200);
        assertThat(Client.json(banned).path("retry_after").asDouble()).isBetween(1.0, 600.0);
    }
}
