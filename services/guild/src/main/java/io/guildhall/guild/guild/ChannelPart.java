package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.channel.ChannelSettings;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A channel that a new guild begins with; ids in it are placeholders. */
public record ChannelPart(Given<Long> id, ChannelSettings settings) {
    public static ChannelPart of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ChannelPart(fields.snowflake("id"), ChannelSettings.of(body));
    }
}
