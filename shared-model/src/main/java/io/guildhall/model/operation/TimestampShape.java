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

/** A moment in ISO 8601. One without offset is in UTC. */
record TimestampShape() implements Shape {
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
                return TextNode.valueOf(format(moment));
            } catch (DateTimeException e) {
                // Reported below.
            }
        }
        problems.add("DATE_TIME_TYPE_PARSE", "Could not parse " + Shapes.quote(value) + ". Should be ISO8601.");
        return value;
    }

    private static String format(OffsetDateTime moment) {
        return moment.withOffsetSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MICROS)
                .toInstant()
                .toString();
    }
}
