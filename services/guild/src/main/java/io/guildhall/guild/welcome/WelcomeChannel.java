package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.authority.ChannelGuard;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.body.Fields;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.util.List;

/** A channel that the welcome screen points to. */
record WelcomeChannel(long channelId, String description, PageEmoji emoji) {
    /**
     * Refuses a channel or an emoji that the guild does not have.
     *
     * @param before the channels that were named before
     */
    static WelcomeChannel asked(ChannelGuard guard, WelcomeChannelBody body, List<Long> before) {
        GuildState guild = guard.guild();
        return new WelcomeChannel(
                guard.named(body.channelId().required(), before).id(),
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
