package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Where a channel shall stand. */
public record ChannelPosition(
        Given<Long> id, Given<Long> position, Given<Long> parentId, Given<Boolean> lockPermissions) {
    public static ChannelPosition of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ChannelPosition(
                fields.snowflake("id"),
                fields.number("position"),
                fields.snowflake("parent_id"),
                fields.flag("lock_permissions"));
    }
}
