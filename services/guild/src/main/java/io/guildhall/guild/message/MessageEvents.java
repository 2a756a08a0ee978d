package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import java.util.List;

/** Tells those who may see a channel what happens to its messages. */
public final class MessageEvents {
    /** What sessions without the MESSAGE_CONTENT intent get empty. */
    private static final List<String> CONTENT_LISTS = List.of("embeds", "attachments", "components");

    private MessageEvents() {}

    /** MESSAGE_CREATE or MESSAGE_UPDATE. In guilds it is made twice: with its content and without. */
    static void message(DispatchEvent name, Place place, ObjectNode message, Changes changes) {
        ObjectNode payload = message.deepCopy();
        withGuild(payload, place);
        long author = id(message.path("author"));
        addMember(payload, author, place);
        for (JsonNode mentioned : payload.path("mentions")) {
            addMember((ObjectNode) mentioned, id(mentioned), place);
        }
        Event.Builder event = place.begin(name, payload);
        if (place.guildId().isPresent() && hasContent(payload)) {
            event.setPayloadWithoutContent(Json.bytes(emptied(payload))).addContentUsers(author);
            for (JsonNode mentioned : message.path("mentions")) {
                event.addContentUsers(id(mentioned));
            }
        }
        place.send(event.build(), changes);
    }

    /** An event about a message of this channel that carries nothing of its content. */
    public static void about(DispatchEvent name, Place place, ObjectNode payload, Changes changes) {
        payload.put("channel_id", Snowflake.format(place.channelId()));
        withGuild(payload, place);
        place.send(place.begin(name, payload).build(), changes);
    }

    /** In guilds an event says of the author and of everybody mentioned who they are there. */
    private static void addMember(ObjectNode holder, long userId, Place place) {
        place.findMember(userId).ifPresent(member -> holder.set("member", Json.tree(member.withoutUser())));
    }

    private static void withGuild(ObjectNode payload, Place place) {
        place.guildId().ifPresent(guild -> payload.put("guild_id", Snowflake.format(guild)));
    }

    private static boolean hasContent(ObjectNode message) {
        return !message.path("content").asText().isEmpty()
                || message.has("poll")
                || message.has("message_snapshots")
                || message.hasNonNull("referenced_message")
                || CONTENT_LISTS.stream().anyMatch(list -> !message.path(list).isEmpty());
    }

    private static ObjectNode emptied(ObjectNode message) {
        ObjectNode empty = message.deepCopy();
        empty.put("content", "");
        CONTENT_LISTS.forEach(list -> empty.putArray(list));
        empty.remove("poll");
        empty.remove("message_snapshots");
        if (empty.path("referenced_message") instanceof ObjectNode referenced) {
            empty.set("referenced_message", emptied(referenced));
        }
        return empty;
    }

    private static long id(JsonNode user) {
        return Snowflake.parse(user.path("id").asText("0"));
    }
}
