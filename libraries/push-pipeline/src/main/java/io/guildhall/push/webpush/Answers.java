package io.guildhall.push.webpush;

import io.guildhall.outgoing.OutgoingAnswer;
import io.guildhall.outgoing.OutgoingException;
import io.guildhall.push.provider.PushAnswer;
import io.guildhall.push.provider.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What push services answer (RFC 8030, and RFC 8292 for the key), as the pipeline understands it. */
final class Answers {
    private Answers() {}

    static PushAnswer of(OutgoingAnswer answer, Instant now) {
        int status = answer.status();
        return switch (status) {
            case 404, 410 -> new PushAnswer.Gone();
            case 429 -> new PushAnswer.Overloaded(retryAfter(answer, now).orElse(RetryAfter.UNSAID));
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

    private static Optional<Duration> retryAfter(OutgoingAnswer answer, Instant now) {
        return RetryAfter.of(answer.header("Retry-After"), now);
    }
}
