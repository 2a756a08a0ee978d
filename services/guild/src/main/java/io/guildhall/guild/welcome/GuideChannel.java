package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.authority.ChannelGuard;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.util.List;

/**
 * A channel that a guide for newcomers points to: one that they should look at or talk in, or one to know of.
 *
 * @param actionType 0 to look, 1 to talk; null for one to know of
 */
record GuideChannel(long channelId, Long actionType, String title, String description, PageEmoji emoji) {
    /**
     * Refuses a channel or an emoji that the guild does not have.
     *
     * @param before those of the guide as it was
     */
    static GuideChannel asked(ChannelGuard guard, GuideChannelBody body, List<GuideChannel> before) {
        return asked(guard, body, null, before);
    }

    /** The same for what is to be done there. */
    static GuideChannel asked(ChannelGuard guard, FirstActionBody body, List<GuideChannel> before) {
        return asked(guard, body.channel(), body.actionType().required(), before);
    }

    private static GuideChannel asked(
            ChannelGuard guard, GuideChannelBody body, Long actionType, List<GuideChannel> before) {
        GuildState guild = guard.guild();
        List<Long> known = before.stream().map(GuideChannel::channelId).toList();
        PageEmoji emoji = body.emoji()
                .value()
                .map(asked -> PageEmoji.asked(guild, asked.id(), asked.name()))
                .orElse(PageEmoji.NONE);
        return new GuideChannel(
                guard.named(body.channelId().required(), known).id(),
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
