package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.body.Fields;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.function.LongPredicate;

/** What may be answered to a question of onboarding, and the roles and channels that it brings. It never changes. */
record PromptOption(
        long id, String title, String description, PageEmoji emoji, List<Long> roleIds, List<Long> channelIds) {
    static PromptOption stored(JsonNode row) {
        Fields fields = new Fields(row);
        return new PromptOption(
                fields.snowflake("id").required(),
                fields.text("title").required(),
                fields.text("description").required(),
                new PageEmoji(
                        fields.snowflake("emoji_id").or(0L),
                        fields.text("emoji_name").orNull()),
                fields.snowflakes("role_ids").or(List.of()),
                fields.snowflakes("channel_ids").or(List.of()));
    }

    ObjectNode stored() {
        return json(any -> true, any -> true)
                .put("emoji_id", emoji.id() == 0 ? null : Snowflake.format(emoji.id()))
                .put("emoji_name", emoji.name());
    }

    /** Roles and channels that are gone are left out. */
    ObjectNode json(GuildView guild) {
        ObjectNode json = json(role -> guild.findRole(role).isPresent(), channel -> guild.findChannel(channel)
                .isPresent());
        json.set("emoji", emoji.json(guild));
        return json;
    }

    private ObjectNode json(LongPredicate roles, LongPredicate channels) {
        ObjectNode json = Json.object()
                .put("id", Snowflake.format(id))
                .put("title", title)
                .put("description", description);
        json.set("role_ids", ids(roleIds, roles));
        json.set("channel_ids", ids(channelIds, channels));
        return json;
    }

    static ArrayNode ids(List<Long> ids, LongPredicate shown) {
        ArrayNode list = Json.array();
        ids.stream().filter(shown::test).map(Snowflake::format).forEach(list::add);
        return list;
    }
}
