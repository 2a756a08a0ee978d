package io.guildhall.guild.ban;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** Whom a request bans. */
public record BulkBanBody(Given<List<Long>> userIds, Given<Long> deleteMessageSeconds) {
    public static BulkBanBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new BulkBanBody(fields.snowflakes("user_ids"), fields.number("delete_message_seconds"));
    }
}
