package io.guildhall.guild.entitlement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Entitlements;
import java.util.List;

/** Entitlements as answers and events show them. */
final class EntitlementView {
    /** Discord's for all that an application offers. */
    private static final int APPLICATION_SUBSCRIPTION = 8;

    private EntitlementView() {}

    static ObjectNode json(RowView row) {
        return Json.object()
                .put("id", Snowflake.format(row.get(Entitlements.ENTITLEMENT_ID)))
                .put("sku_id", Snowflake.format(row.get(Entitlements.SKU_ID)))
                .put("application_id", Snowflake.format(row.get(Entitlements.APPLICATION_ID)))
                .put("user_id", Snowflake.format(row.get(Entitlements.USER_ID, 0L)))
                .put(
                        "guild_id",
                        row.find(Entitlements.GUILD_ID).map(Snowflake::format).orElse(null))
                .put("type", APPLICATION_SUBSCRIPTION)
                .put("deleted", row.get(Entitlements.DELETED, false))
                .put("consumed", row.get(Entitlements.CONSUMED, false))
                .put("starts_at", Json.timestampOrNull(row.get(Entitlements.STARTS_AT)))
                .put("ends_at", Json.timestampOrNull(row.get(Entitlements.ENDS_AT)));
    }

    static ArrayNode list(List<RowView> rows) {
        ArrayNode list = Json.array();
        rows.forEach(row -> list.add(json(row)));
        return list;
    }

    /** The person or the guild. */
    static long owner(RowView row) {
        return row.find(Entitlements.GUILD_ID).orElseGet(() -> row.get(Entitlements.USER_ID, 0L));
    }
}
