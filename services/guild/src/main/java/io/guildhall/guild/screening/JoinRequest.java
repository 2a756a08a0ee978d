package io.guildhall.guild.screening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.JoinRequests;
import java.util.Map;

/**
 * A request to join a guild, as a row of {@link JoinRequests} has it.
 *
 * @param place the id; once it was decided, a snowflake of that time
 * @param responses the form with its answers; an empty array before it was filled in
 * @param actionedBy who decided; null for nobody yet
 */
record JoinRequest(
        long guildId,
        long id,
        long userId,
        RequestStatus status,
        long place,
        JsonNode responses,
        String rejectionReason,
        Long actionedBy) {
    static JoinRequest from(RowView row) {
        return new JoinRequest(
                row.get(JoinRequests.GUILD_ID),
                row.get(JoinRequests.REQUEST_ID),
                row.get(JoinRequests.USER_ID),
                RequestStatus.valueOf(row.get(JoinRequests.STATUS)),
                row.get(JoinRequests.PLACE),
                Json.parse(row.get(JoinRequests.RESPONSES, "[]")),
                row.get(JoinRequests.REJECTION_REASON),
                row.get(JoinRequests.ACTIONED_BY));
    }

    static JoinRequest started(long guildId, long id, long userId) {
        return new JoinRequest(guildId, id, userId, RequestStatus.STARTED, id, Json.array(), null, null);
    }

    JoinRequest submitted(JsonNode answers) {
        return new JoinRequest(guildId, id, userId, RequestStatus.SUBMITTED, id, answers, null, null);
    }

    /** @param at a snowflake of this moment */
    JoinRequest decided(RequestStatus to, long at, String reason, long by) {
        return new JoinRequest(guildId, id, userId, to, at, responses, reason, by);
    }

    /** @param users who may be shown in it, by id */
    ObjectNode json(Map<Long, User> users) {
        ObjectNode json = Json.object()
                .put("id", Snowflake.format(id))
                .put("created_at", Json.timestamp(Snowflake.timestamp(id)))
                .put("reviewed_at", status.decided() ? Json.timestamp(Snowflake.timestamp(place)) : null)
                .put("application_status", status.name())
                .put("rejection_reason", rejectionReason)
                .put("guild_id", Snowflake.format(guildId))
                .put("user_id", Snowflake.format(userId));
        json.set("user", Json.tree(users.get(userId)));
        json.set("form_responses", responses);
        if (actionedBy != null) {
            json.set("actioned_by_user", Json.tree(users.get(actionedBy)));
        }
        return json;
    }
}
