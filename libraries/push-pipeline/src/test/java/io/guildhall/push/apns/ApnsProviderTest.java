package io.guildhall.push.apns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import com.eatthepath.pushy.apns.server.MockApnsServer;
import com.eatthepath.pushy.apns.server.MockApnsServerBuilder;
import com.eatthepath.pushy.apns.server.PushNotificationHandler;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.server.UnregisteredDeviceTokenException;
import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import io.guildhall.push.notification.Device;
import io.guildhall.push.notification.Kind;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.provider.Composer;
import io.guildhall.push.provider.PushAnswer;
import io.guildhall.push.provider.RetryAfter;
import io.guildhall.push.webpush.Browser;
import io.guildhall.push.webpush.Subscription;
import io.guildhall.testing.FreePort;
import io.netty.handler.codec.http2.Http2Headers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the server that pushy's authors wrote for tests, by TLS and HTTP/2. */
class ApnsProviderTest {
    private static final String APPLICATION = "org.example.chat";
    private static final String TOKEN = "ab".repeat(32);
    private static final String SHOWN =
            "{\"reason\":\"MENTION\",\"subject_id\":\"5\",\"badge\":3,\"author\":{\"name\":\"Ada\"},\"content\":\"hello\"}";
    private static final Duration LONG = Duration.ofSeconds(30);

    private record Request(Http2Headers headers, JsonNode payload) {}

    private static Certificate certificate;
    private static String key;

    private final List<Request> requests = new ArrayList<>();
    private volatile RejectedNotificationException refusal;
    private MockApnsServer server;
    private ApnsProvider provider;

    @BeforeAll
    static void prove(@TempDir Path directory) throws Exception {
        certificate = Certificate.of("localhost", directory);
        key = key();
    }

    @BeforeEach
    void begin() throws Exception {
        server = new MockApnsServerBuilder()
                .setServerCredentials(new X509Certificate[] {certificate.certificate()}, certificate.key(), null)
                .setHandlerFactory(session -> handler())
                .build();
        int port = FreePort.next();
        server.start(port).get();
        ApnsClient client = new ApnsClientBuilder()
                .setApnsServer("localhost", port)
                .setTrustedServerCertificateChain(certificate.certificate())
                .setSigningKey(ApnsAccount.of(key, "KEYKEYKEY1", "TEAMTEAM12", APPLICATION)
                        .key())
                .build();
        provider = new ApnsProvider(client, APPLICATION, LONG);
    }

    @AfterEach
    void end() throws Exception {
        provider.close();
        server.shutdown().get();
    }

    @Test
    void theSystemShowsWhoWroteAndTheApplicationFindsWhatItIsAbout() {
        assertThat(send(Kind.MENTION, TOKEN, SHOWN)).isEqualTo(new PushAnswer.Taken());

        Request request = requests.getFirst();
        assertThat(request.headers().get("apns-topic")).hasToString(APPLICATION);
        assertThat(request.headers().get("apns-push-type")).hasToString("alert");
        assertThat(request.headers().get("apns-priority")).hasToString("10");
        assertThat(request.headers().get("apns-collapse-id")).hasToString("5");
        assertThat(request.headers().path()).hasToString("/3/device/" + TOKEN);
        JsonNode payload = request.payload();
        assertThat(payload.at("/aps/alert/title").asText()).isEqualTo("Ada");
        assertThat(payload.at("/aps/alert/body").asText()).isEqualTo("hello");
        assertThat(payload.at("/aps/badge").asInt()).isEqualTo(3);
        assertThat(payload.at("/guildhall/subject_id").asText()).isEqualTo("5");
        assertThat(payload.path("guildhall").has("content")).isFalse();
    }

    @Test
    void ofWhatIsForManyADeviceShowsTheLastOfAConversation() {
        send(Kind.CHANNEL_MESSAGE, TOKEN, SHOWN);

        assertThat(requests.getFirst().headers().get("apns-collapse-id")).hasToString("9");
        assertThat(requests.getFirst().headers().get("apns-priority")).hasToString("5");
    }

    @Test
    void hiddenContentIsAWordOfTheApplicationsOwn() {
        send(Kind.MENTION, TOKEN, "{\"reason\":\"MENTION\",\"badge\":1}");

        assertThat(requests.getFirst().payload().at("/aps/alert").toString())
                .isEqualTo("{\"loc-key\":\"PUSH_MENTION\"}");
    }

    @Test
    void aDeviceWithKeysGetsWhatAppleCanNotRead() throws Exception {
        Browser phone = new Browser();

        send(Kind.MENTION, Subscription.address(TOKEN, phone.p256dh(), phone.auth()), SHOWN);

        JsonNode payload = requests.getFirst().payload();
        assertThat(payload.toString()).doesNotContain("Ada", "hello", "MENTION");
        byte[] sealed =
                Base64.getUrlDecoder().decode(payload.at("/guildhall/encrypted").asText());
        assertThat(new String(phone.read(sealed), StandardCharsets.UTF_8)).isEqualTo(SHOWN);
    }

    @Test
    void theLargestContentFitsWithAndWithoutKeys() throws Exception {
        Browser phone = new Browser();
        String frame = "{\"reason\":\"MENTION\",\"badge\":1,\"author\":{\"name\":\"A\"},\"content\":\"%s\"}";
        String large = frame.formatted("x".repeat(Composer.MOST_BYTES - frame.length() + 2));

        assertThat(send(Kind.MENTION, TOKEN, large)).isEqualTo(new PushAnswer.Taken());
        assertThat(send(Kind.MENTION, Subscription.address(TOKEN, phone.p256dh(), phone.auth()), large))
                .isEqualTo(new PushAnswer.Taken());
        for (Request request : requests) {
            assertThat(request.payload().toString().getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(4_096);
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new UnregisteredDeviceTokenException(Instant.now()), new PushAnswer.Gone()),
                Arguments.of(refused(RejectionReason.BAD_DEVICE_TOKEN), new PushAnswer.Gone()),
                Arguments.of(refused(RejectionReason.DEVICE_TOKEN_NOT_FOR_TOPIC), new PushAnswer.Gone()),
                Arguments.of(refused(RejectionReason.PAYLOAD_EMPTY), new PushAnswer.Refused("PayloadEmpty")),
                Arguments.of(refused(RejectionReason.PAYLOAD_TOO_LARGE), new PushAnswer.Refused("PayloadTooLarge")),
                Arguments.of(refused(RejectionReason.TOO_MANY_REQUESTS), new PushAnswer.Later(Optional.empty())),
                Arguments.of(refused(RejectionReason.INVALID_PROVIDER_TOKEN), new PushAnswer.Later(Optional.empty())),
                Arguments.of(refused(RejectionReason.INTERNAL_SERVER_ERROR), new PushAnswer.Later(Optional.empty())),
                Arguments.of(
                        refused(RejectionReason.SERVICE_UNAVAILABLE), new PushAnswer.Overloaded(RetryAfter.UNSAID)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatAppleAnswersIsUnderstood(RejectedNotificationException how, PushAnswer expected) {
        refusal = how;

        assertThat(send(Kind.MENTION, TOKEN, SHOWN)).isEqualTo(expected);
    }

    @Test
    void whatNeverLeftIsSentAgain() throws Exception {
        server.shutdown().get();

        assertThat(send(Kind.MENTION, TOKEN, SHOWN)).isEqualTo(new PushAnswer.Later(Optional.empty()));
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThatThrownBy(() -> ApnsAccount.of("no key", "KEYKEYKEY1", "TEAMTEAM12", APPLICATION))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private PushNotificationHandler handler() {
        return (headers, payload) -> {
            if (refusal != null) {
                throw refusal;
            }
            requests.add(new Request(headers, Json.parse(payload.toString(StandardCharsets.UTF_8))));
        };
    }

    private PushAnswer send(Kind kind, String address, String content) {
        Device device = new Device(1, 1, ApnsProvider.CONNECTION, address);
        Notification notification =
                new Notification(device, kind, 5, 9, 1, Instant.now().plus(Duration.ofHours(1)), 0);
        return provider.send(notification, content.getBytes(StandardCharsets.UTF_8))
                .await()
                .atMost(LONG);
    }

    private static RejectedNotificationException refused(RejectionReason reason) {
        return new RejectedNotificationException(reason);
    }

    private static String key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
