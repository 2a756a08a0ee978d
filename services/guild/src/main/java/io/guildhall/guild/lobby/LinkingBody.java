package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** The channel that a lobby is linked to from now on. */
public record LinkingBody(Given<Long> channelId) {
    public static LinkingBody of(JsonNode body) {
        return new LinkingBody(new Fields(body).snowflake("channel_id"));
    }
}
