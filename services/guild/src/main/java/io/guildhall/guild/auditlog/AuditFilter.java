package io.guildhall.guild.auditlog;

import io.guildhall.guild.call.Call;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AuditLog;
import java.util.Optional;
import java.util.function.Predicate;

/** Entries by who did it, to whom or what, and what was done; each may be left open. */
record AuditFilter(Optional<Long> userId, Optional<Long> targetId, Optional<Long> action)
        implements Predicate<RowView> {
    static AuditFilter of(Call call) {
        return new AuditFilter(
                call.queryId("user_id"),
                call.queryId("target_id"),
                call.query().hasNonNull("action_type")
                        ? Optional.of(call.query().get("action_type").asLong())
                        : Optional.empty());
    }

    /** Whether every entry is meant. */
    boolean isOpen() {
        return userId.isEmpty() && targetId.isEmpty() && action.isEmpty();
    }

    @Override
    public boolean test(RowView row) {
        return matches(userId, row.get(AuditLog.USER_ID))
                && matches(targetId, row.get(AuditLog.TARGET_ID))
                && matches(action, row.get(AuditLog.ACTION_TYPE))
                // A row without an action is what is left of an entry that has expired.
                && row.has(AuditLog.ACTION_TYPE);
    }

    private static boolean matches(Optional<Long> wanted, Long value) {
        return wanted.isEmpty() || wanted.get().equals(value);
    }
}
