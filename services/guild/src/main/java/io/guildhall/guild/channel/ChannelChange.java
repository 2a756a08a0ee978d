package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request changes about a channel or a thread of a guild. */
public record ChannelChange(ChannelSettings settings, Given<Long> flags, ThreadChange thread) {
    public static ChannelChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ChannelChange(ChannelSettings.of(body), fields.number("flags"), ThreadChange.of(body));
    }
}
