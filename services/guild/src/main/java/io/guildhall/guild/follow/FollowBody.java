package io.guildhall.guild.follow;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/**
 * What a request says of a channel that is to follow another.
 *
 * @param webhookChannelId the channel that is to follow, whose owner api asks
 */
public record FollowBody(Given<Long> webhookChannelId) {
    public static FollowBody of(JsonNode body) {
        return new FollowBody(new Fields(body).snowflake("webhook_channel_id"));
    }
}
