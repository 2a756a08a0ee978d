package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.authority.EmojiGuard;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The tags of forums and media channels. */
record ForumTags(GuildState guild, SnowflakeGenerator ids) {
    private static final String NONE = "[]";

    /**
     * The channel with the tags that the request lists: those with an id are there already, the others are new. Names are unique.
     *
     * @throws ApiException 10087 for an id that the channel has not, 40061 for a name that is there twice, 10014 for what is no emoji of this guild or of all
     */
    RowView patch(RowView row, Given<List<ForumTagBody>> given, AuditDraft audit) {
        if (!given.named()) {
            return row;
        }
        Set<String> known = known(row);
        Set<String> names = new HashSet<>();
        ArrayNode tags = Json.array();
        for (ForumTagBody asked : given.or(List.of())) {
            if (!names.add(asked.name().required())) {
                throw ApiException.of(ErrorCode.TAG_NAMES_MUST_BE_UNIQUE);
            }
            tags.addObject()
                    .put("id", id(asked, known))
                    .put("name", asked.name().required())
                    .put("moderated", asked.moderated().or(false))
                    .put("emoji_id", asked.emojiId().orNull())
                    .put("emoji_name", emojiName(asked));
        }
        String kept = tags.isEmpty() ? null : tags.toString();
        String before = row.get(Channels.AVAILABLE_TAGS);
        if (!Objects.equals(before, kept)) {
            audit.change(given.field(), shown(before), shown(kept));
        }
        return Rows.with(row, Channels.AVAILABLE_TAGS, kept);
    }

    private static JsonNode shown(String tags) {
        return tags == null ? null : Json.parse(tags);
    }

    private static Set<String> known(RowView row) {
        Set<String> known = new HashSet<>();
        for (JsonNode tag : Json.parse(row.get(Channels.AVAILABLE_TAGS, NONE))) {
            known.add(tag.path("id").asText());
        }
        return known;
    }

    /** Each of the known ones is listed once at most. */
    private String id(ForumTagBody asked, Set<String> known) {
        if (!asked.id().hasValue()) {
            return ids.nextText();
        }
        if (!known.remove(asked.id().required())) {
            throw ApiException.of(ErrorCode.UNKNOWN_TAG);
        }
        return asked.id().required();
    }

    private String emojiName(ForumTagBody asked) {
        Long id = asked.emojiId().value().map(Snowflake::parse).orElse(null);
        return EmojiGuard.of(guild).text(id, asked.emojiName().orNull());
    }
}
