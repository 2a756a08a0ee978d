package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.welcome.GuideChannelBody.EmojiBody;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What newcomers should do first, as a request has it: to look at a channel, or to talk there. */
public record FirstActionBody(
        Given<Long> channelId,
        Given<Long> actionType,
        Given<String> title,
        Given<String> description,
        Given<EmojiBody> emoji) {
    public static FirstActionBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new FirstActionBody(
                fields.snowflake("channel_id"),
                fields.number("action_type"),
                fields.text("title"),
                fields.text("description"),
                fields.object("emoji", EmojiBody::of));
    }

    /** Where it is to be done. */
    GuideChannelBody channel() {
        return new GuideChannelBody(channelId, title, description, emoji);
    }
}
