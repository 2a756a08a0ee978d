package io.guildhall.standalone.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of its ports tells whom what. */
@QuarkusTest
@TestProfile(HostileInstance.class)
class PortsTest {
    /** A gRPC message of no bytes: not compressed, and four bytes for the length. */
    private static final byte[] EMPTY_MESSAGE = new byte[5];

    @TestHTTPResource("/")
    URI clients;

    @TestHTTPResource(value = "/", management = true)
    URI operators;

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/metrics", "/q", "/health", "/metrics"})
    void healthAndMetricsAreNotWhereClientsAre(String path) throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(clients.resolve(path)));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).doesNotContain("UP", "jvm_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/started", "/q/health/live", "/q/health/ready", "/q/metrics"})
    void healthAndMetricsAreWhereOperatorsAre(String path) throws Exception {
        assertThat(send(HttpRequest.newBuilder(operators.resolve(path))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void operatorsDoNotGetAtTheApiByTheirPort() throws Exception {
        assertThat(send(HttpRequest.newBuilder(operators.resolve("/api/v10/gateway")))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void nobodySpeaksGrpcWithClients(HttpClient.Version version) throws Exception {
        try (LoggedErrors errors = LoggedErrors.begin()) {
            for (String method : new String[] {"grpc.health.v1.Health/Check", "io.guildhall.GuildOwner/Execute"}) {
                HttpResponse<String> response = send(HttpRequest.newBuilder(clients.resolve('/' + method))
                        .version(version)
                        .header("Content-Type", "application/grpc")
                        .header("TE", "trailers")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(EMPTY_MESSAGE)));
                assertThat(response.statusCode()).isEqualTo(404);
                assertThat(response.headers().firstValue("grpc-status")).isEmpty();
                assertThat(response.headers().firstValue("Content-Type").orElse(""))
                        .doesNotStartWith("application/grpc");
            }
            assertThat(errors.all()).isEmpty();
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
