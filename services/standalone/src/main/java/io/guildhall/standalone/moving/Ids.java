package io.guildhall.standalone.moving;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ids as an export has them. One that is of a time to come is none: a message made here could have it one day. */
record Ids(long now) {
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,18}");

    /** @param now in ms since 1970 */
    Ids {}

    /** Empty for what is no id, or none of the past. */
    Optional<Long> find(JsonNode text) {
        if (!text.isTextual() || !DIGITS.matcher(text.textValue()).matches()) {
            return Optional.empty();
        }
        try {
            long id = Long.parseLong(text.textValue());
            return Snowflake.timestamp(id) <= now ? Optional.of(id) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** @param what is meant, for a message to the operator */
    long require(JsonNode text, String what) throws ExportException {
        return find(text).orElseThrow(() -> new ExportException(what + " is no id of something that exists"));
    }
}
