package io.guildhall.objects.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.objects.ObjectStore;
import io.guildhall.objects.ObjectStore.Shown;
import io.guildhall.objects.ObjectStoreAwayException;
import io.guildhall.objects.ObjectStoreContract;
import io.guildhall.testing.backend.LocalBackend;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3ObjectStoreTest extends ObjectStoreContract {
    private static final Shown SHOWN = new Shown("image/png", "inline; filename=\"cat.png\"", "private, max-age=60");

    private S3ObjectStore store;

    @BeforeEach
    void empty() throws IOException {
        store = open(Map.of());
        for (String key : List.copyOf(everything().keySet())) {
            store.delete(key);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Test
    void moreObjectsThanOnePageHoldsAreAllShown() throws IOException {
        for (int index = 0; index < 1_010; index++) {
            store.put("a/" + index, content(""), 1);
        }
        assertThat(everything()).hasSize(1_010);
        store.deleteAll("a");
        assertThat(everything()).isEmpty();
    }

    @Test
    void whatIsChangedOnItsWayIsRefusedByTheStore() throws Exception {
        try (TamperingProxy proxy = new TamperingProxy(shared(), "a text that is sent", "a text that is Sent");
                S3ObjectStore through = open(proxy.address(), Map.of())) {
            assertThat(through.put("a/good", content("another text"), 100)).isEqualTo(12);
            assertThatThrownBy(() -> through.put("a/bad", content("a text that is sent"), 100))
                    .isInstanceOf(ObjectStoreAwayException.class);
        }
        assertThat(everything()).containsOnlyKeys("a/good");
    }

    @Test
    void linksAreServedByTheStoreAsTheySay() throws Exception {
        try (S3ObjectStore linking = open(Map.of("downloads", "presigned"))) {
            linking.put("a/cat.png", content("0123456789"), 10);
            URI link = linking.find("a/cat.png")
                    .orElseThrow()
                    .link(SHOWN, Duration.ofDays(1))
                    .orElseThrow()
                    .address();
            assertThat(link.getQuery()).contains("X-Amz-Expires=900");

            HttpResponse<String> answer = get(link, "bytes=7-");
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.body()).isEqualTo("789");
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
            assertThat(answer.headers().firstValue("Content-Disposition")).contains("inline; filename=\"cat.png\"");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("private, max-age=60");

            URI other = URI.create(link.toString().replace("a/cat.png", "a/dog.png"));
            assertThat(get(other, "bytes=0-").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void linksNameTheStoreAsClientsSeeItAndAreNoLongerGoodThanTheirFile() throws IOException {
        try (S3ObjectStore linking =
                open(Map.of("downloads", "presigned", "public-endpoint", "https://files.example"))) {
            linking.put("a/b", content("x"), 1);
            ObjectStore.Link shortLived = linking.find("a/b")
                    .orElseThrow()
                    .link(SHOWN, Duration.ofSeconds(30))
                    .orElseThrow();
            assertThat(shortLived.lifetime()).isEqualTo(Duration.ofSeconds(30));
            URI link = shortLived.address();
            assertThat(link.getHost()).isEqualTo("files.example");
            assertThat(link.getPath()).isEqualTo("/guildhall/a/b");
            assertThat(link.getQuery()).contains("X-Amz-Expires=30");
        }
    }

    @Test
    void withoutTheSettingThereAreNoLinks() throws IOException {
        store.put("a/b", content("x"), 1);
        assertThat(found("a/b").link(SHOWN, Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void uploadsUnderWayTakeNoMoreThanTheirRoom() throws IOException {
        try (S3ObjectStore small = open(Map.of("waiting", "100000"))) {
            InputStream inside = new InputStream() {
                private int left = 90_000;

                @Override
                public int read() throws IOException {
                    if (left-- > 0) {
                        return 'x';
                    }
                    assertThatThrownBy(() -> small.put("a/other", new ByteArrayInputStream(new byte[60_000]), 60_000))
                            .isInstanceOf(ObjectStoreAwayException.class);
                    return -1;
                }
            };
            small.put("a/one", inside, 90_000);
            small.put("a/other", new ByteArrayInputStream(new byte[60_000]), 60_000);
            assertThatThrownBy(() -> small.put("a/third", new ByteArrayInputStream(new byte[60_000]), 50_000))
                    .isInstanceOf(ObjectStore.TooLarge.class);
            small.put("a/third", new ByteArrayInputStream(new byte[60_000]), 60_000);
        }
        assertThat(everything()).containsOnlyKeys("a/one", "a/other", "a/third");
    }

    @Test
    void whoShowsTheWrongKeyIsRefused() {
        try (S3ObjectStore stranger = open(Map.of("secret-key", "another"))) {
            assertThatThrownBy(() -> stranger.put("a/b", content("x"), 1)).isInstanceOf(ObjectStoreAwayException.class);
            assertThatThrownBy(() -> stranger.visitAll((key, size) -> {})).isInstanceOf(ObjectStoreAwayException.class);
        }
    }

    @Test
    void aBucketThatIsNotThereIsNoMissingObject() {
        try (S3ObjectStore nowhere = open(Map.of("bucket", "nowhere"))) {
            assertThatThrownBy(() -> nowhere.put("a/b", content("x"), 1)).isInstanceOf(ObjectStoreAwayException.class);
            assertThatThrownBy(() -> nowhere.visitAll((key, size) -> {})).isInstanceOf(ObjectStoreAwayException.class);
        }
    }

    @Test
    void oneOfTheTwoKeysAloneIsRefused() {
        assertThatThrownBy(() -> open(Map.of("secret-key", "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("guildhall.objects.s3.secret-key");
    }

    private static String shared() {
        return LocalBackend.shared(LocalBackend.Kind.S3);
    }

    private static S3ObjectStore open(Map<String, String> more) {
        return open(shared(), more);
    }

    private static S3ObjectStore open(String address, Map<String, String> more) {
        return S3Stores.open(S3Settings.of(address, more));
    }

    private static HttpResponse<String> get(URI address, String range) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address).header("Range", range).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
