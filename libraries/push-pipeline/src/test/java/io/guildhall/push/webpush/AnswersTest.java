package io.guildhall.push.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.outgoing.OutgoingAnswer;
import io.guildhall.push.provider.PushAnswer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void whatIsTakenIsTaken(int status) {
        assertThat(answer(status, "")).isEqualTo(new PushAnswer.Taken());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aDeviceThatIsNotThereIsGone(int status) {
        assertThat(answer(status, "")).isEqualTo(new PushAnswer.Gone());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 413, 301, 415})
    void whatWillNeverBeTakenIsRefused(int status) {
        assertThat(answer(status, "")).isInstanceOf(PushAnswer.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void whatFailsThereIsTriedLater(int status) {
        assertThat(answer(status, "")).isEqualTo(new PushAnswer.Later(Optional.empty()));
        assertThat(answer(status, "7")).isEqualTo(new PushAnswer.Later(Optional.of(Duration.ofSeconds(7))));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                              30",
        "120,                             120",
        "999999999,                       3600",
        "soon,                            30",
        "'Thu, 01 Jan 2026 00:01:40 GMT', 100",
        "'Wed, 31 Dec 2025 00:00:00 GMT', 0",
        "'Fri, 01 Jan 2027 00:00:00 GMT', 3600",
    })
    void anOverloadedServiceIsLeftAloneForAsLongAsItSaysWithinReason(String retryAfter, long seconds) {
        assertThat(answer(429, retryAfter)).isEqualTo(new PushAnswer.Overloaded(Duration.ofSeconds(seconds)));
    }

    @Test
    void aSubscriptionIsReadAsItWasWrittenAndTellsNobodyItsAddress() {
        Browser browser = new Browser();
        String endpoint = "https://push.example:8443/secret?x=1";

        Subscription with = Subscription.of(Subscription.address(endpoint, browser.p256dh(), browser.auth()));
        Subscription without = Subscription.of(Subscription.address(endpoint, "", ""));

        assertThat(with.endpoint()).isEqualTo(URI.create(endpoint));
        assertThat(with.recipient()).isPresent();
        assertThat(without.recipient()).isEmpty();
        assertThat(with.toString()).doesNotContain("secret");
        assertThat(Subscription.connection(endpoint)).isEqualTo("web-push push.example:8443");
    }

    private static PushAnswer answer(int status, String retryAfter) {
        return Answers.of(
                new OutgoingAnswer(
                        URI.create("https://push.example"), status, Map.of("retry-after", retryAfter), new byte[0]),
                NOW);
    }
}
