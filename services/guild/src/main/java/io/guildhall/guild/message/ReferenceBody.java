package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Which message a new one refers to. */
public record ReferenceBody(
        Given<Long> type,
        Given<Long> messageId,
        Given<Long> channelId,
        Given<Long> guildId,
        Given<Boolean> failIfNotExists) {
    private static final long FORWARD = 1;

    public static ReferenceBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ReferenceBody(
                fields.number("type"),
                fields.snowflake("message_id"),
                fields.snowflake("channel_id"),
                fields.snowflake("guild_id"),
                fields.flag("fail_if_not_exists"));
    }

    /** True when the message is forwarded; else it is replied to. */
    boolean forward() {
        return type.or(0L) == FORWARD;
    }
}
