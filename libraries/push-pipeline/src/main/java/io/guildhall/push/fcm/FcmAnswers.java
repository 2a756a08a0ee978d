package io.guildhall.push.fcm;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.push.provider.PushAnswer;
import io.guildhall.push.provider.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * What Firebase answers, as the pipeline understands it:
 *
 * <table>
 * <caption>Answers of FCM</caption>
 * <tr><th>Answer</th><th>Then</th></tr>
 * <tr><td>404 (UNREGISTERED), 403 with SENDER_ID_MISMATCH, 400 that names the token</td><td>the device goes</td></tr>
 * <tr><td>429</td><td>nothing is sent for as long as it says, or for a minute</td></tr>
 * <tr><td>401, 500 and above</td><td>it is sent again later</td></tr>
 * <tr><td>any other refusal</td><td>it is dropped</td></tr>
 * </table>
 */
final class FcmAnswers {
    /** Google's quotas are per minute. */
    static final Duration QUOTA = Duration.ofMinutes(1);

    private static final String TOKEN_FIELD = "message.token";

    private FcmAnswers() {}

    static PushAnswer of(GoogleClient.Answer answer, Instant now) {
        Optional<Duration> after = RetryAfter.of(answer.retryAfter(), now);
        return switch (answer.status()) {
            case 200 -> new PushAnswer.Taken();
            case 400 -> namesToken(answer.json()) ? new PushAnswer.Gone() : new PushAnswer.Refused(code(answer));
            case 401 -> new PushAnswer.Later(after);
            case 403 ->
                code(answer).equals("SENDER_ID_MISMATCH")
                        ? new PushAnswer.Gone()
                        : new PushAnswer.Refused(code(answer));
            case 404 -> new PushAnswer.Gone();
            case 429 -> new PushAnswer.Overloaded(after.orElse(QUOTA));
            default -> answer.status() >= 500 ? new PushAnswer.Later(after) : new PushAnswer.Refused(code(answer));
        };
    }

    /** Of a request without an answer. */
    static PushAnswer of(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof GoogleClient.NotSentException
                ? new PushAnswer.Later(Optional.empty())
                : new PushAnswer.Unknown(cause.getClass().getSimpleName());
    }

    private static boolean namesToken(JsonNode body) {
        return body.at("/error/details")
                .valueStream()
                .flatMap(detail -> detail.path("fieldViolations").valueStream())
                .anyMatch(violation -> violation.path("field").asText().equals(TOKEN_FIELD));
    }

    /** FCM's own code where it says one, else that of all of Google's services. */
    private static String code(GoogleClient.Answer answer) {
        JsonNode error = answer.json().path("error");
        return error.path("details")
                .valueStream()
                .map(detail -> detail.path("errorCode").asText())
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElseGet(() -> error.path("status").asText("answer " + answer.status()));
    }
}
