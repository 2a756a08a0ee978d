package io.guildhall.guild.entitlement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Subscriptions;
import java.util.List;

/** Subscriptions as answers and events show them. */
final class SubscriptionView {
    private SubscriptionView() {}

    static ObjectNode json(RowView row) {
        long status = row.get(Subscriptions.STATUS);
        ObjectNode json = Json.object()
                .put("id", Snowflake.format(row.get(Subscriptions.SUBSCRIPTION_ID)))
                .put("user_id", Snowflake.format(row.get(Subscriptions.USER_ID)));
        json.set("sku_ids", ids(row, Subscriptions.SKU_ID));
        json.set("entitlement_ids", ids(row, Subscriptions.ENTITLEMENT_ID));
        json.set(
                "renewal_sku_ids",
                status == SubscriptionStatus.ACTIVE.number() ? ids(row, Subscriptions.SKU_ID) : null);
        return json.put("current_period_start", Json.timestamp(row.get(Subscriptions.PERIOD_START)))
                .put("current_period_end", Json.timestamp(row.get(Subscriptions.PERIOD_END)))
                .put("status", status)
                .put("canceled_at", Json.timestampOrNull(row.get(Subscriptions.CANCELED_AT)));
    }

    static ArrayNode list(List<RowView> rows) {
        ArrayNode list = Json.array();
        rows.forEach(row -> list.add(json(row)));
        return list;
    }

    private static ArrayNode ids(RowView row, Column<Long> column) {
        return Json.array().add(Snowflake.format(row.get(column)));
    }
}
