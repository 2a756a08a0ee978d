package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Users;

/** An account as whoever looks after the instance sees it. */
record AccountRecord(RowView row) {
    long id() {
        return row.get(Users.USER_ID);
    }

    String username() {
        return row.get(Users.USERNAME, "");
    }

    boolean bot() {
        return row.get(Users.BOT, false);
    }

    boolean deleted() {
        return row.get(Users.DELETED, false);
    }

    boolean disabled() {
        return row.get(Users.DISABLED, false);
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Snowflake.format(id()))
                .put("username", username())
                .put("discriminator", row.get(Users.DISCRIMINATOR, "0"))
                .put("global_name", row.find(Users.GLOBAL_NAME).orElse(null))
                .put("email", row.find(Users.EMAIL).orElse(null))
                .put("verified", row.get(Users.VERIFIED, false))
                .put("mfa_enabled", row.get(Users.MFA_ENABLED, false))
                .put("bot", bot())
                .put("disabled", disabled())
                .put("deleted", deleted())
                .put("created_at", Json.timestamp(Snowflake.timestamp(id())));
        row.find(Users.LAST_SEEN)
                .ifPresentOrElse(seen -> json.put("last_seen", Json.timestamp(seen)), () -> json.putNull("last_seen"));
        return json;
    }
}
