package io.guildhall.push.fcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import io.guildhall.push.fcm.FcmDouble.Reply;
import io.guildhall.push.notification.Device;
import io.guildhall.push.notification.Kind;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.provider.PushAnswer;
import io.guildhall.push.webpush.Browser;
import io.guildhall.push.webpush.Subscription;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FcmProviderTest {
    private static final String TOKEN = "phone:token_1-a";
    private static final byte[] CONTENT =
            "{\"reason\":\"MENTION\",\"content\":\"hello\",\"badge\":2}".getBytes(StandardCharsets.UTF_8);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private FcmDouble google;
    private FcmProvider provider;

    @BeforeEach
    void begin() throws Exception {
        google = new FcmDouble(vertx);
        provider = provider(LONG);
    }

    @AfterEach
    void end() {
        provider.close();
        google.close();
        vertx.close();
    }

    @Test
    void aMessageIsDataWithItsUrgencyAndHowLongItIsOfUse() {
        assertThat(send(Kind.MENTION, TOKEN)).isEqualTo(new PushAnswer.Taken());
        assertThat(send(Kind.CHANNEL_MESSAGE, TOKEN)).isEqualTo(new PushAnswer.Taken());

        JsonNode mention = google.messages.getFirst();
        assertThat(mention.path("token").asText()).isEqualTo(TOKEN);
        assertThat(Json.parse(mention.at("/data/content").asText())
                        .path("content")
                        .asText())
                .isEqualTo("hello");
        assertThat(mention.at("/android/priority").asText()).isEqualTo("HIGH");
        assertThat(mention.at("/android/ttl").asText()).matches("3(600|59\\d)s");
        assertThat(mention.path("android").has("collapse_key")).isFalse();
        JsonNode other = google.messages.getLast();
        assertThat(other.at("/android/priority").asText()).isEqualTo("NORMAL");
        assertThat(other.at("/android/collapse_key").asText()).isEqualTo("9");
    }

    @Test
    void aDeviceWithKeysGetsWhatGoogleCanNotRead() throws Exception {
        Browser phone = new Browser();

        send(Kind.MENTION, Subscription.address(TOKEN, phone.p256dh(), phone.auth()));

        JsonNode data = google.messages.getFirst().path("data");
        assertThat(data.fieldNames()).toIterable().containsExactly("encrypted");
        byte[] sealed = Base64.getUrlDecoder().decode(data.path("encrypted").asText());
        assertThat(phone.read(sealed)).isEqualTo(CONTENT);
    }

    static Stream<Arguments> answers() {
        String field = "{\"error\":{\"details\":[{\"fieldViolations\":[{\"field\":\"message.token\"}]}]}}";
        return Stream.of(
                Arguments.of(Reply.of(404, "UNREGISTERED"), new PushAnswer.Gone()),
                Arguments.of(Reply.of(403, "SENDER_ID_MISMATCH"), new PushAnswer.Gone()),
                Arguments.of(new Reply(400, "", field), new PushAnswer.Gone()),
                Arguments.of(Reply.of(400, "INVALID_ARGUMENT"), new PushAnswer.Refused("INVALID_ARGUMENT")),
                Arguments.of(Reply.of(403, "PERMISSION_DENIED"), new PushAnswer.Refused("PERMISSION_DENIED")),
                Arguments.of(new Reply(413, "", "<html>"), new PushAnswer.Refused("answer 413")),
                Arguments.of(
                        Reply.of(429, "QUOTA_EXCEEDED").after("7"), new PushAnswer.Overloaded(Duration.ofSeconds(7))),
                Arguments.of(Reply.of(429, "QUOTA_EXCEEDED"), new PushAnswer.Overloaded(FcmAnswers.QUOTA)),
                Arguments.of(
                        Reply.of(503, "UNAVAILABLE").after("11"),
                        new PushAnswer.Later(Optional.of(Duration.ofSeconds(11)))),
                Arguments.of(Reply.of(500, "INTERNAL"), new PushAnswer.Later(Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatGoogleAnswersIsUnderstood(Reply reply, PushAnswer expected) {
        google.answers = message -> reply;

        assertThat(send(Kind.MENTION, TOKEN)).isEqualTo(expected);
    }

    @Test
    void oneTokenServesAllRequestsAndIsAskedForAnewWhenItIsTakenNoMore() {
        IntStream.range(0, 50)
                .mapToObj(number -> provider.send(notification(Kind.MENTION, TOKEN), CONTENT)
                        .subscribeAsCompletionStage())
                .toList()
                .forEach(answer -> assertThat(answer.join()).isEqualTo(new PushAnswer.Taken()));
        assertThat(google.tokens).hasValue(1);

        google.tokens.incrementAndGet();
        assertThat(send(Kind.MENTION, TOKEN)).isEqualTo(new PushAnswer.Later(Optional.empty()));
        assertThat(send(Kind.MENTION, TOKEN)).isEqualTo(new PushAnswer.Taken());
        assertThat(google.tokens).hasValue(3);
    }

    @Test
    void whileGoogleGivesNoTokenNothingIsSentOrLost() {
        google.givesTokens = false;
        assertThat(send(Kind.MENTION, TOKEN)).isEqualTo(new PushAnswer.Later(Optional.empty()));

        google.givesTokens = true;
        assertThat(send(Kind.MENTION, TOKEN)).isEqualTo(new PushAnswer.Taken());
        assertThat(google.messages).hasSize(1);
    }

    @Test
    void whatNeverLeftIsSentAgainAndWhatMayHaveArrivedIsNot() {
        try (FcmProvider impatient = provider(Duration.ofSeconds(3))) {
            assertThat(answer(impatient, TOKEN)).isEqualTo(new PushAnswer.Taken());
            google.latency = LONG;
            assertThat(answer(impatient, TOKEN)).isInstanceOf(PushAnswer.Unknown.class);
        }
        URI nobody = URI.create("http://127.0.0.1:1");
        try (FcmProvider away = new FcmProvider(vertx, google.account(), nobody, 100, LONG, Clock.systemUTC())) {
            assertThat(answer(away, TOKEN)).isEqualTo(new PushAnswer.Later(Optional.empty()));
        }
    }

    @Test
    void aFileThatIsNoServiceAccountIsRefusedWithoutItsSecrets() {
        assertThatThrownBy(() -> ServiceAccount.of("{\"project_id\":\"p\",\"private_key\":\"secret\"}"))
                .hasMessage("the file of the service account has no client_email");
        assertThatThrownBy(
                        () -> ServiceAccount.of(
                                "{\"project_id\":\"p\",\"client_email\":\"e\",\"private_key\":\"c2VjcmV0\",\"token_uri\":\"t\"}"))
                .hasMessage("the private_key of the service account is none");
        assertThat(List.of(google.account().toString())).containsExactly("push@hall.example");
    }

    private FcmProvider provider(Duration timeout) {
        return new FcmProvider(
                vertx, google.account(), google.address(), FcmDouble.ALLOWED, timeout, Clock.systemUTC());
    }

    private PushAnswer send(Kind kind, String address) {
        return provider.send(notification(kind, address), CONTENT).await().atMost(LONG);
    }

    private static PushAnswer answer(FcmProvider provider, String address) {
        return provider.send(notification(Kind.MENTION, address), CONTENT)
                .await()
                .atMost(LONG);
    }

    private static Notification notification(Kind kind, String address) {
        Device device = new Device(1, 1, FcmProvider.CONNECTION, address);
        return new Notification(device, kind, 5, 9, 1, Instant.now().plus(Duration.ofHours(1)), 0);
    }
}
