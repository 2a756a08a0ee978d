package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.model.body.Given;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.payload.Json;
import java.util.List;

/** The tags of forums and media channels. */
final class ForumTags {
    private ForumTags() {}

    /** The tags as they are kept, each with an id; null when there are none to be. */
    static String read(Given<List<ForumTagBody>> given, SnowflakeGenerator ids) {
        if (!given.hasValue()) {
            return null;
        }
        ArrayNode tags = Json.array();
        for (ForumTagBody asked : given.required()) {
            tags.addObject()
                    .put("id", asked.id().value().orElseGet(ids::nextText))
                    .put("name", asked.name().required())
                    .put("moderated", asked.moderated().or(false))
                    .put("emoji_id", asked.emojiId().orNull())
                    .put("emoji_name", asked.emojiName().orNull());
        }
        return tags.toString();
    }
}
