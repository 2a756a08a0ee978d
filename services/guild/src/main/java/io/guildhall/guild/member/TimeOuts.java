package io.guildhall.guild.member;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;
import java.time.Duration;
import java.time.OffsetDateTime;

/** Time-outs of members. */
final class TimeOuts {
    private static final Duration LONGEST = Duration.ofDays(28);

    private TimeOuts() {}

    /** The row with the body's end of the time-out; null ends it. */
    static RowView apply(RowView row, Call call, long now) {
        String field = "communication_disabled_until";
        Long until = call.hasValue(field) ? millis(call.body().get(field).asText()) : null;
        if (until != null && until > now + LONGEST.toMillis()) {
            throw ApiException.invalidField(
                    field, "COMMUNICATION_DISABLED_TOO_LONG", "A time-out lasts 28 days at most.");
        }
        String before = Json.timestampOrNull(row.get(Members.COMMUNICATION_DISABLED_UNTIL));
        call.audit().change(field, before, Json.timestampOrNull(until));
        return Rows.with(row, Members.COMMUNICATION_DISABLED_UNTIL, until);
    }

    private static long millis(String timestamp) {
        return OffsetDateTime.parse(timestamp).toInstant().toEpochMilli();
    }
}
