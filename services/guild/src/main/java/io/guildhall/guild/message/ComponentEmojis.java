package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.emoji.EmojiUse;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Emoji;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Custom emojis on buttons and in menus. What is said of one beside its id counts for nothing: it is shown as its guild or application has
 * it, always with its name, without which some clients read none of the message.
 */
final class ComponentEmojis {
    private ComponentEmojis() {}

    /** @throws ApiException 50035 for one that there is not, or that the sender may not use here */
    static void complete(JsonNode components, EmojiUse use) {
        List<ObjectNode> shown = new ArrayList<>();
        collect(components, shown);
        List<String> ids = shown.stream()
                .map(emoji -> emoji.path("id").asText())
                .distinct()
                .toList();
        Map<String, Emoji> usable = SideBySide.map(ids, id -> use.find(Snowflake.parse(id))).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Emoji::id, Function.identity()));
        for (ObjectNode emoji : shown) {
            Emoji found = Optional.ofNullable(usable.get(emoji.path("id").asText()))
                    .orElseThrow(
                            () -> ApiException.invalidField("components", "COMPONENT_INVALID_EMOJI", "Invalid emoji"));
            emoji.put("name", found.name()).put("animated", found.animated());
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> into) {
        if (node.path("emoji") instanceof ObjectNode emoji && emoji.hasNonNull("id")) {
            into.add(emoji);
        }
        node.forEach(child -> collect(child, into));
    }
}
