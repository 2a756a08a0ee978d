package io.guildhall.push.webpush;

import io.guildhall.outgoing.OutgoingAnswer;
import io.guildhall.outgoing.OutgoingException;
import io.guildhall.push.provider.PushAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What push services answer (RFC 8030, and RFC 8292 for the key), as the pipeline understands it. */
final class Answers {
    /** A service that is overloaded and does not say for how long. */
    static final Duration DEFAULT_REST = Duration.ofSeconds(30);

    /** No service is believed that wants to be left alone for longer. */
    static final Duration LONGEST_REST = Duration.ofHours(1);

    private Answers() {}

    static PushAnswer of(OutgoingAnswer answer, Instant now) {
        int status = answer.status();
        return switch (status) {
            case 404, 410 -> new PushAnswer.Gone();
            case 429 -> new PushAnswer.Overloaded(retryAfter(answer, now).orElse(DEFAULT_REST));
            case 408 -> new PushAnswer.Later(retryAfter(answer, now));
            default -> {
                if (answer.isSuccess()) {
                    yield new PushAnswer.Taken();
                }
                yield status >= 500
                        ? new PushAnswer.Later(retryAfter(answer, now))
                        : new PushAnswer.Refused("answer " + status);
            }
        };
    }

    /** Of a request that has no answer. What may have arrived is not sent again. */
    static PushAnswer of(OutgoingException failure) {
        return switch (failure.reason()) {
            case ADDRESS, FORBIDDEN -> new PushAnswer.Refused(failure.reason().name());
            case UNKNOWN_HOST, UNREACHABLE, BUSY -> new PushAnswer.Later(Optional.empty());
            // Whatever the body of an answer was, there was one.
            case TOO_LARGE, REDIRECTS, TIMEOUT, BROKEN ->
                new PushAnswer.Unknown(failure.reason().name());
        };
    }

    /** Seconds, or a date. */
    private static Optional<Duration> retryAfter(OutgoingAnswer answer, Instant now) {
        String said = answer.header("Retry-After").strip();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Duration asked = said.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(said)) : until(said, now);
        if (asked.isNegative()) {
            return Optional.of(Duration.ZERO);
        }
        return Optional.of(asked.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : asked);
    }

    private static Duration until(String date, Instant now) {
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException malformed) {
            return DEFAULT_REST;
        }
    }
}
