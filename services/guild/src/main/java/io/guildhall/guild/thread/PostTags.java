package io.guildhall.guild.thread;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.channel.ChannelFields;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Channels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tags of posts in a forum or a media channel.
 *
 * @param moderated by id: whether only those who manage threads set and remove it
 * @param required whether every post has one
 */
record PostTags(Map<Long, Boolean> moderated, boolean required) {
    static PostTags of(GuildChannel forum) {
        Map<Long, Boolean> moderated = new HashMap<>();
        for (JsonNode tag : Json.parse(forum.row().get(Channels.AVAILABLE_TAGS, "[]"))) {
            moderated.put(
                    Snowflake.parse(tag.path("id").asText()),
                    tag.path("moderated").asBoolean());
        }
        return new PostTags(moderated, (forum.row().get(Channels.FLAGS, 0L) & ChannelFields.REQUIRE_TAG) != 0);
    }

    /**
     * Refuses tags that a post may not have from now on.
     *
     * @param manages whether the caller manages threads
     */
    void require(List<Long> before, List<Long> after, boolean manages) {
        List<Long> added = without(after, before);
        if (!moderated.keySet().containsAll(added)) {
            throw ApiException.of(ErrorCode.UNKNOWN_TAG);
        }
        added.addAll(without(before, after));
        if (!manages && added.stream().anyMatch(tag -> moderated.getOrDefault(tag, false))) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
        if (required && after.isEmpty()) {
            boolean none = !manages && !moderated.containsValue(false);
            throw ApiException.of(
                    none
                            ? ErrorCode.THERE_ARE_NO_TAGS_AVAILABLE_THAT_CAN_BE_SET_BY_NON_MODERATORS
                            : ErrorCode.TAG_REQUIRED_TO_CREATE_A_FORUM_POST_IN_THIS_CHANNEL);
        }
    }

    private static List<Long> without(List<Long> tags, List<Long> others) {
        List<Long> rest = new ArrayList<>(tags);
        rest.removeAll(others);
        return rest;
    }
}
