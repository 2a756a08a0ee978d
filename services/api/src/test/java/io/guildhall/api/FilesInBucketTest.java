package io.guildhall.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An api node that keeps files in a bucket, sends clients there, and goes on when the bucket is away. */
@QuarkusTest
@QuarkusTestResource(value = Bucket.class, restrictToAnnotatedClass = true)
class FilesInBucketTest {
    private static final String CDN = "http://cdn.example";

    @TestHTTPResource("/")
    URI server;

    @Inject
    FakeOwner owner;

    @Inject
    StorageAccess storage;

    /** Lets the store run, or kills it. */
    Consumer<Boolean> running;

    private Client client;
    private String token;

    @BeforeEach
    void connect() {
        client = new Client(server);
        token = client.person("u" + UUID.randomUUID().toString().substring(0, 8));
        storage.write(List.of(Write.to(ChannelOwners.TABLE, 500L)
                        .set(ChannelOwners.GUILD_ID, 400L)
                        .build()))
                .await()
                .indefinitely();
    }

    @Test
    void clientsAreSentToTheStoreWithWhatTheyAskedFor() throws Exception {
        assertThat(post("0123456789").statusCode()).isEqualTo(200);
        String path = owner.last().getRest().getFiles(0).getUrl().substring(CDN.length());

        HttpResponse<String> sent = client.get(path, null);
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Cache-Control")).contains("private, max-age=450");
        HttpResponse<String> served;
        try (HttpClient browser = HttpClient.newHttpClient()) {
            served = browser.send(
                    HttpRequest.newBuilder(URI.create(
                                    sent.headers().firstValue("Location").orElseThrow()))
                            .header("Range", "bytes=2-4")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
        assertThat(served.statusCode()).isEqualTo(206);
        assertThat(served.body()).isEqualTo("234");
        assertThat(served.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"a.html\"");

        HttpResponse<String> head = client.send("HEAD", path, null, null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains("10");
        assertThat(client.get(path.replace("ex=", "ex=f"), null).statusCode()).isEqualTo(404);
    }

    @Test
    void whileTheStoreIsAwayFilesAreRefusedForNowAndAllElseGoesOn() {
        post("before");
        String path = owner.last().getRest().getFiles(0).getUrl().substring(CDN.length());
        running.accept(false);
        try {
            assertThat(post("during").statusCode()).isEqualTo(503);
            HttpResponse<String> missing = client.get(path, null);
            assertThat(missing.statusCode()).isEqualTo(503);
            assertThat(missing.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(client.send("POST", "/api/v10/channels/500/messages", token, "{\"content\":\"words\"}")
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            running.accept(true);
        }
        assertThat(client.get(path, null).statusCode()).isEqualTo(302);
        assertThat(post("after").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String content) {
        return client.send(client.request("/api/v10/channels/500/messages")
                .header("Authorization", token)
                .header("Content-Type", "multipart/form-data; boundary=b0und")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--b0und\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"a.html\"\r\n"
                                + "Content-Type: text/html\r\n\r\n" + content + "\r\n--b0und--\r\n"))
                .build());
    }
}
