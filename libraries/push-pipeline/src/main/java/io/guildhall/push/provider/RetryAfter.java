package io.guildhall.push.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long a provider wants to be left alone, as the header of this name says it. */
public final class RetryAfter {
    /** A provider that is overloaded and does not say for how long. */
    public static final Duration UNSAID = Duration.ofSeconds(30);

    /** No provider is believed that wants to be left alone for longer. */
    public static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** @param header seconds, or a date; empty when there is none */
    public static Optional<Duration> of(String header, Instant now) {
        String said = header.strip();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Duration asked = said.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(said)) : until(said, now);
        if (asked.isNegative()) {
            return Optional.of(Duration.ZERO);
        }
        return Optional.of(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
    }

    private static Duration until(String date, Instant now) {
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException malformed) {
            return UNSAID;
        }
    }
}
