package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.body.Fields;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.GuildPages;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a guild says to newcomers, what they should do first, and which channels they should know of. It never changes.
 *
 * @param written false when nobody wrote one yet
 * @param authorIds who is shown to say the message
 * @param message null for none
 */
record NewcomerGuide(
        boolean written,
        boolean enabled,
        List<Long> authorIds,
        String message,
        List<GuideChannel> actions,
        List<GuideChannel> resources) {
    private static final NewcomerGuide NONE = new NewcomerGuide(false, false, List.of(), null, List.of(), List.of());

    /** Reads it when it was not needed yet. */
    static NewcomerGuide of(GuildState guild) {
        return guild.part(NewcomerGuide.class, NewcomerGuide::load);
    }

    private static NewcomerGuide load(GuildState guild) {
        return guild.storage()
                .row(GuildPages.TABLE, guild.id(), GuildPages.NEWCOMER_GUIDE)
                .map(row -> read(Json.parse(row.get(GuildPages.CONTENT))))
                .orElse(NONE);
    }

    private static NewcomerGuide read(JsonNode content) {
        Fields fields = new Fields(content);
        WelcomeMessageBody said = WelcomeMessageBody.of(content.path("welcome_message"));
        return new NewcomerGuide(
                true,
                fields.flag("enabled").required(),
                said.authorIds().or(List.of()),
                said.message().orNull(),
                fields.list("new_member_actions", GuideChannel::stored).or(List.of()),
                fields.list("resource_channels", GuideChannel::stored).or(List.of()));
    }

    String stored() {
        return content(Stream::of, GuideChannel::stored).toString();
    }

    /** What is gone is left out. */
    ObjectNode json(GuildView guild) {
        return content(
                        channel -> Stream.of(channel).filter(there -> guild.findChannel(there.channelId())
                                .isPresent()),
                        channel -> channel.json(guild))
                .put("guild_id", Snowflake.format(guild.id()));
    }

    private ObjectNode content(
            Function<GuideChannel, Stream<GuideChannel>> shown, Function<GuideChannel, ObjectNode> form) {
        ObjectNode content = Json.object().put("enabled", enabled);
        if (message != null) {
            ObjectNode said = content.putObject("welcome_message").put("message", message);
            ArrayNode authors = said.putArray("author_ids");
            authorIds.forEach(id -> authors.add(Snowflake.format(id)));
        }
        ArrayNode first = content.putArray("new_member_actions");
        actions.stream().flatMap(shown).map(form).forEach(first::add);
        ArrayNode known = content.putArray("resource_channels");
        resources.stream().flatMap(shown).map(form).forEach(known::add);
        return content;
    }
}
