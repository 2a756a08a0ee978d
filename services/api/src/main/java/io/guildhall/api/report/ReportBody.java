package io.guildhall.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What somebody reports, and the menu's nodes that they went through. */
public record ReportBody(
        Given<List<Long>> breadcrumbs,
        Given<Long> guildId,
        Given<Long> channelId,
        Given<Long> messageId,
        Given<Long> userId,
        Given<String> comment) {
    public static ReportBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ReportBody(
                fields.list("breadcrumbs", JsonNode::asLong),
                fields.snowflake("guild_id"),
                fields.snowflake("channel_id"),
                fields.snowflake("message_id"),
                fields.snowflake("user_id"),
                fields.text("comment"));
    }
}
