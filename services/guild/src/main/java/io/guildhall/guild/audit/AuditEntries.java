package io.guildhall.guild.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AuditLog;

/** Audit log entries as JSON. */
public final class AuditEntries {
    private AuditEntries() {}

    static ObjectNode json(
            long id, long userId, long targetId, int action, JsonNode changes, JsonNode options, String reason) {
        ObjectNode entry = Json.object()
                .put("id", Snowflake.format(id))
                .put("user_id", userId == 0 ? null : Snowflake.format(userId))
                .put("target_id", targetId == 0 ? null : Snowflake.format(targetId))
                .put("action_type", action);
        if (changes != null && !changes.isEmpty()) {
            entry.set("changes", changes);
        }
        if (options != null) {
            entry.set("options", options);
        }
        if (reason != null) {
            entry.put("reason", reason);
        }
        return entry;
    }

    /** As the audit log answers with it. */
    public static ObjectNode json(RowView row) {
        return json(
                row.get(AuditLog.ENTRY_ID),
                row.get(AuditLog.USER_ID, 0L),
                row.get(AuditLog.TARGET_ID, 0L),
                row.get(AuditLog.ACTION_TYPE, 0L).intValue(),
                row.find(AuditLog.CHANGES).map(Json::parse).orElse(null),
                row.find(AuditLog.OPTIONS).map(Json::parse).orElse(null),
                row.get(AuditLog.REASON));
    }
}
