package io.guildhall.guild.member;

import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;
import java.time.Duration;

/** Time-outs of members. */
final class TimeOuts {
    private static final Duration LONGEST = Duration.ofDays(28);

    private TimeOuts() {}

    /** The row with the end of the time-out that is given; null ends it. */
    static RowView apply(RowView row, Given<Long> given, AuditDraft audit, long now) {
        Long until = given.orNull();
        if (until != null && until > now + LONGEST.toMillis()) {
            throw ApiException.invalidField(
                    given.field(), "COMMUNICATION_DISABLED_TOO_LONG", "A time-out lasts 28 days at most.");
        }
        String before = Json.timestampOrNull(row.get(Members.COMMUNICATION_DISABLED_UNTIL));
        audit.change(given.field(), before, given.json(until));
        return Rows.with(row, Members.COMMUNICATION_DISABLED_UNTIL, until);
    }
}
