package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.body.Fields;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;

/** A channel that the welcome screen points to. */
record WelcomeChannel(long channelId, String description, PageEmoji emoji) {
    /** Refuses a channel or an emoji that the guild does not have. */
    static WelcomeChannel asked(GuildState guild, WelcomeChannelBody body) {
        return new WelcomeChannel(
                guild.channel(body.channelId().required()).id(),
                body.description().required(),
                PageEmoji.asked(guild, body.emojiId(), body.emojiName()));
    }

    static WelcomeChannel stored(JsonNode row) {
        Fields fields = new Fields(row);
        return new WelcomeChannel(
                fields.snowflake("channel_id").required(),
                fields.text("description").required(),
                new PageEmoji(
                        fields.snowflake("emoji_id").or(0L),
                        fields.text("emoji_name").orNull()));
    }

    ObjectNode stored() {
        return json(emoji.id() == 0 ? null : Snowflake.format(emoji.id()), emoji.name());
    }

    ObjectNode json(GuildView guild) {
        ObjectNode shown = emoji.json(guild);
        return json(shown.get("id").textValue(), shown.get("name").textValue());
    }

    private ObjectNode json(String emojiId, String emojiName) {
        return Json.object()
                .put("channel_id", Snowflake.format(channelId))
                .put("description", description)
                .put("emoji_id", emojiId)
                .put("emoji_name", emojiName);
    }
}
