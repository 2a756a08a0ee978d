package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/**
 * What a request changes about a channel that only groups of people have.
 *
 * @param icon the hash of a picture
 * @param owner who is to look after the group from now on
 */
public record GroupChange(Given<String> icon, Given<Long> owner) {
    public static GroupChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new GroupChange(fields.text("icon"), fields.snowflake("owner"));
    }
}
