package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;

/** What a request changes about a channel, a thread or a group of people. */
public record ChannelChange(ChannelSettings settings, Given<Long> flags, ThreadChange thread, GroupChange group) {
    public static ChannelChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ChannelChange(
                ChannelSettings.of(body), fields.number("flags"), ThreadChange.of(body), GroupChange.of(body));
    }

    /**
     * Of a channel or a thread of a guild, which is never without a name.
     *
     * @throws ApiException when the name is to be empty
     */
    public static ChannelChange inGuild(JsonNode body) {
        ChannelChange change = of(body);
        Given<String> name = change.settings().name();
        if (name.named() && name.required().isEmpty()) {
            throw ApiException.invalidField(
                    name.field(), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        }
        return change;
    }
}
