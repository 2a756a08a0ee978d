package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A channel that a guide for newcomers points to, as a request has it. */
public record GuideChannelBody(
        Given<Long> channelId, Given<String> title, Given<String> description, Given<EmojiBody> emoji) {
    /** One of the guild's own, or one that is text. */
    public record EmojiBody(Given<Long> id, Given<String> name) {
        public static EmojiBody of(JsonNode body) {
            Fields fields = new Fields(body);
            return new EmojiBody(fields.snowflake("id"), fields.text("name"));
        }
    }

    public static GuideChannelBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new GuideChannelBody(
                fields.snowflake("channel_id"),
                fields.text("title"),
                fields.text("description"),
                fields.object("emoji", EmojiBody::of));
    }
}
