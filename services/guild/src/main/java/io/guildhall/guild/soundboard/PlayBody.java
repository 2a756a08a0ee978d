package io.guildhall.guild.soundboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Which sound is to be played; without a guild one that everybody has, or one of this guild. */
public record PlayBody(Given<Long> soundId, Given<Long> sourceGuildId) {
    public static PlayBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new PlayBody(fields.snowflake("sound_id"), fields.snowflake("source_guild_id"));
    }
}
