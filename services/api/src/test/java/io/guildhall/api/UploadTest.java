package io.guildhall.api;

import static io.guildhall.api.Client.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.StoredFile;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UploadTest {
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static final String CDN = "http://cdn.example";

    @TestHTTPResource("/")
    URI server;

    @Inject
    FakeOwner owner;

    @Inject
    StorageAccess storage;

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
    void filesAreStoredAndServedWithSafeHeaders() {
        HttpResponse<String> posted = post(
                part("files[0]", "../we ird/na me.html", "text/html", "<script>"),
                field("payload_json", "{\"content\":\"look\",\"attachments\":[{\"id\":0,\"description\":\"d\"}]}"));
        assertThat(posted.statusCode()).isEqualTo(200);
        StoredFile file = owner.last().getRest().getFiles(0);
        assertThat(file.getFilename()).isEqualTo("na_me.html");
        assertThat(file.getSize()).isEqualTo(8);
        assertThat(file.getUrl()).startsWith(CDN + "/cdn/attachments/500/" + file.getId() + "/");

        String path = file.getUrl().substring(CDN.length());
        HttpResponse<String> served = client.get(path, null);
        assertThat(served.body()).isEqualTo("<script>");
        assertThat(served.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(served.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(served.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        assertThat(served.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    @Test
    void anEmojiIsServedByItsIdAndWhatIsNoPictureIsNotTaken() {
        String picture = "data:image/png;base64," + PIXEL;
        HttpResponse<String> made = client.send(
                "POST", "/api/v10/guilds/400/emojis", token, "{\"name\":\"pixel\",\"image\":\"" + picture + "\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        String hash = Json.parse(owner.last().getRest().getBody()).path("image").asText();
        storage.write(List.of(Write.to(ExpressionOwners.TABLE, 77L)
                        .set(ExpressionOwners.KIND, ExpressionOwners.EMOJI)
                        .set(ExpressionOwners.FILE, hash)
                        .build()))
                .await()
                .indefinitely();
        HttpResponse<String> served = client.get("/cdn/emojis/77.webp?size=48&quality=lossless", null);
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(served.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        for (String other : List.of("emojis/78.png", "emojis/77.html", "emojis/x.png", "stickers/77.png")) {
            assertThat(client.get("/cdn/" + other, null).statusCode()).as(other).isEqualTo(404);
        }
        String damaged = picture.replace("mNk", "mNl");
        assertThat(client.send(
                                "POST",
                                "/api/v10/guilds/400/emojis",
                                token,
                                "{\"name\":\"pixel\",\"image\":\"" + damaged + "\"}")
                        .body())
                .contains("IMAGE_INVALID");
    }

    @Test
    void aFileIsServedOnlyAtAnAddressThatWasGivenOut() {
        post(part("files[0]", "a.txt", "text/plain", "secret"));
        StoredFile file = owner.last().getRest().getFiles(0);
        String path = file.getUrl().substring(CDN.length());
        String bare = path.substring(0, path.indexOf('?'));

        assertThat(client.get(path, null).body()).isEqualTo("secret");
        assertThat(client.get(path, null).headers().firstValue("Cache-Control").orElseThrow())
                .startsWith("private");
        for (String guess :
                List.of(bare, bare + "?ex=7fffffff&is=0&hm=" + "0".repeat(64), path.replace("ex=", "ex=f"))) {
            assertThat(client.get(guess, null).statusCode()).as(guess).isEqualTo(404);
            assertThat(client.send("HEAD", guess, null, null).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whoMaySendNoFilesHasNoneStored() {
        owner.refuseSteps(true);
        try {
            HttpResponse<String> refused = post(part("files[0]", "a.txt", "text/plain", "x"));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(owner.last().getInternal().getStep()).isEqualTo("allowFiles");
            assertThat(owner.last().getInternal().getBody().toStringUtf8())
                    .contains("\"channel_id\":\"500\"", "\"operation\":\"createMessage\"");
        } finally {
            owner.refuseSteps(false);
        }
    }

    @Test
    void addressesAreGivenOutAnewToWhoeverHasThem() {
        post(part("files[0]", "a.txt", "text/plain", "x"));
        String url = owner.last().getRest().getFiles(0).getUrl();
        String bare = url.substring(0, url.indexOf('?'));
        HttpResponse<String> refreshed = client.send(
                "POST",
                "/api/v10/attachments/refresh-urls",
                token,
                "{\"attachment_urls\":[\"" + url + "\",\"" + bare + "\"]}");

        assertThat(refreshed.statusCode()).isEqualTo(200);
        assertThat(json(refreshed).at("/refreshed_urls/0/original").asText()).isEqualTo(url);
        assertThat(json(refreshed).at("/refreshed_urls/0/refreshed").asText()).startsWith(bare + "?ex=");
        assertThat(json(refreshed).at("/refreshed_urls/1/refreshed").isNull()).isTrue();
        assertThat(client.send("POST", "/api/v10/attachments/refresh-urls", null, "{\"attachment_urls\":[]}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void rangesAndHeadWork() {
        post(part("files[3]", "a.txt", "text/plain", "0123456789"));
        StoredFile file = owner.last().getRest().getFiles(0);
        assertThat(file.getIndex()).isEqualTo(3);
        String path = file.getUrl().substring(CDN.length());
        HttpResponse<String> middle = client.send("GET", path, null, null, "Range", "bytes=2-4");
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo("234");
        assertThat(middle.headers().firstValue("Content-Range")).hasValue("bytes 2-4/10");
        assertThat(client.send("GET", path, null, null, "Range", "bytes=-3").body())
                .isEqualTo("789");
        assertThat(client.send("GET", path, null, null, "Range", "bytes=50-").statusCode())
                .isEqualTo(416);
        HttpResponse<String> head = client.send("HEAD", path, null, null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).hasValue("10");
    }

    @Test
    void picturesTellTheirSizeAndAreShown() {
        post(part(
                "files[0]",
                "dot.png",
                "application/octet-stream",
                new String(Base64.getDecoder().decode(PIXEL), ISO_8859_1)));
        StoredFile file = owner.last().getRest().getFiles(0);
        assertThat(file.getWidth()).isEqualTo(1);
        assertThat(file.getHeight()).isEqualTo(1);
        assertThat(file.getContentType()).isEqualTo("image/png");
        HttpResponse<String> served = client.get(file.getUrl().substring(CDN.length()), null);
        assertThat(served.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline");
    }

    @Test
    void anAvatarBecomesAHashThatTheCdnKnows() {
        HttpResponse<String> patched = client.send(
                "PATCH", "/api/v10/users/@me", token, "{\"avatar\":\"data:image/png;base64," + PIXEL + "\"}");
        String hash = json(patched).at("/body/avatar").asText();
        assertThat(hash).matches("[0-9a-f]{32}");
        HttpResponse<String> served = client.get("/cdn/avatars/1/" + hash + ".png?size=64", null);
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(client.get("/cdn/embed/avatars/3.png", null).statusCode()).isEqualTo(200);
        assertThat(client.send("PATCH", "/api/v10/users/@me", token, "{\"avatar\":\"data:image/png;base64,AAAA\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPictureOfARefusedRequestIsNotStored() {
        String body = "{\"avatar\":\"data:image/png;base64," + PIXEL + "\"}";
        owner.refuseCalls(true);
        try {
            assertThat(client.send("PATCH", "/api/v10/users/@me", token, body).statusCode())
                    .isEqualTo(403);
        } finally {
            owner.refuseCalls(false);
        }
        String hash =
                Json.parse(owner.last().getRest().getBody()).path("avatar").asText();
        assertThat(hash).isNotEmpty();
        assertThat(client.get("/cdn/avatars/1/" + hash + ".png", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingOutsideTheStoreIsServed() {
        for (String path : List.of(
                "/cdn/attachments/1/2/..%2F..%2Fpom.xml",
                "/cdn/attachments/%2E%2E/1/x", "/cdn/avatars/1/x.png", "/cdn/attachments/1/2/none.txt")) {
            assertThat(client.get(path, null).statusCode()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void aFormThatIsNoneIsRefused() {
        HttpRequest request = client.request("/api/v10/channels/500/messages")
                .header("Authorization", token)
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .POST(HttpRequest.BodyPublishers.ofString("no form at all"))
                .build();
        HttpResponse<String> response = client.send(request);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("code").asInt()).isEqualTo(50035);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        HttpResponse<String> response =
                post(part("files[0]", "big.bin", "application/octet-stream", "x".repeat(300_000)));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(json(response).path("code").asInt()).isEqualTo(40005);
    }

    private HttpResponse<String> post(String... parts) {
        String body = String.join("", parts) + "--b0und\r\n".replace("\r\n", "--\r\n");
        HttpRequest request = client.request("/api/v10/channels/500/messages")
                .header("Authorization", token)
                .header("Content-Type", "multipart/form-data; boundary=b0und")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1)))
                .build();
        return client.send(request);
    }

    private static String part(String name, String filename, String type, String content) {
        return "--b0und\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + filename
                + "\"\r\nContent-Type: " + type + "\r\n\r\n" + content + "\r\n";
    }

    private static String field(String name, String content) {
        return "--b0und\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"
                + new String(content.getBytes(UTF_8), ISO_8859_1) + "\r\n";
    }
}
