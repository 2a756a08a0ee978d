package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/**
 * A moment in ISO 8601, of a year from 1970 to 2999: whatever is worked out from one stays within 64 bits. One without offset
 * is in UTC.
 */
record TimestampShape() implements Shape {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Shapes.missing(problems, value);
        }
        if (value.isTextual()) {
            try {
                TemporalAccessor parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                        value.textValue().strip().replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
                OffsetDateTime moment = parsed instanceof OffsetDateTime withOffset
                        ? withOffset
                        : ((LocalDateTime) parsed).atOffset(ZoneOffset.UTC);
                OffsetDateTime utc = moment.withOffsetSameInstant(ZoneOffset.UTC);
                if (utc.getYear() >= FIRST_YEAR && utc.getYear() <= LAST_YEAR) {
                    return TextNode.valueOf(
                            utc.truncatedTo(ChronoUnit.MICROS).toInstant().toString());
                }
            } catch (DateTimeException e) {
                // Reported below.
            }
        }
        problems.add("DATE_TIME_TYPE_PARSE", "Could not parse " + Shapes.quote(value) + ". Should be ISO8601.");
        return value;
    }
}
