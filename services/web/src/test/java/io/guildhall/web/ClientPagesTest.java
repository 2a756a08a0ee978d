package io.guildhall.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The service as it runs in a cluster, where nothing but the client is behind its port. */
@QuarkusTest
class ClientPagesTest {
    @TestHTTPResource
    URI address;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyPlaceIsThePageWithItsPolicy() throws Exception {
        for (String path : new String[] {"/", "/channels/@me", "/developers/1"}) {
            HttpResponse<String> answer = get(path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("<div id=\"root\">");
            assertThat(answer.headers().firstValue("content-security-policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
            assertThat(answer.headers().firstValue("cache-control")).hasValue("no-cache");
        }
    }

    @Test
    void whatIsNoFileIsNotThere() throws Exception {
        for (String path : new String[] {
            "/api/v10/gateway", "/q/health", "/q/metrics", "/files.txt", "/..%2fapplication.properties"
        }) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address.toString().replaceAll("/$", "") + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
