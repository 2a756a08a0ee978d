package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;

/**
 * A channel that a guide for newcomers points to: one that they should look at or talk in, or one to know of.
 *
 * @param actionType 0 to look, 1 to talk; null for one to know of
 */
record GuideChannel(long channelId, Long actionType, String title, String description, PageEmoji emoji) {
    /** Refuses a channel or an emoji that the guild does not have. */
    static GuideChannel asked(GuildState guild, GuideChannelBody body) {
        return asked(guild, body, null);
    }

    /** As {@link #asked(GuildState, GuideChannelBody)}, for what is to be done there. */
    static GuideChannel asked(GuildState guild, FirstActionBody body) {
        return asked(guild, body.channel(), body.actionType().required());
    }

    private static GuideChannel asked(GuildState guild, GuideChannelBody body, Long actionType) {
        PageEmoji emoji = body.emoji()
                .value()
                .map(asked -> PageEmoji.asked(guild, asked.id(), asked.name()))
                .orElse(PageEmoji.NONE);
        return new GuideChannel(
                guild.channel(body.channelId().required()).id(),
                actionType,
                body.title().required(),
                body.description().or(""),
                emoji);
    }

    static GuideChannel stored(JsonNode content) {
        Fields fields = new Fields(content);
        Given<PageEmoji> emoji = fields.object("emoji", GuideChannel::emoji);
        return new GuideChannel(
                fields.snowflake("channel_id").required(),
                fields.number("action_type").orNull(),
                fields.text("title").required(),
                fields.text("description").or(""),
                emoji.or(PageEmoji.NONE));
    }

    private static PageEmoji emoji(JsonNode content) {
        Fields fields = new Fields(content);
        return new PageEmoji(fields.snowflake("id").or(0L), fields.text("name").orNull());
    }

    ObjectNode stored() {
        return with(Json.object()
                .put("id", emoji.id() == 0 ? null : Snowflake.format(emoji.id()))
                .put("name", emoji.name()));
    }

    ObjectNode json(GuildView guild) {
        return with(emoji.json(guild));
    }

    private ObjectNode with(ObjectNode shownEmoji) {
        ObjectNode content = Json.object()
                .put("channel_id", Snowflake.format(channelId))
                .put("title", title)
                .put("description", description);
        if (actionType != null) {
            content.put("action_type", actionType);
        }
        if (shownEmoji.hasNonNull("id") || shownEmoji.hasNonNull("name")) {
            content.set("emoji", shownEmoji);
        }
        return content;
    }
}
