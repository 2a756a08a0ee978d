package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;

/**
 * What a forward keeps of the message that it forwards: a copy of what its sender may read of it, which api has asked its
 * channel for, wherever that is.
 */
final class Forwards {
    private static final List<String> KEPT = List.of(
            "type",
            "content",
            "embeds",
            "attachments",
            "timestamp",
            "edited_timestamp",
            "flags",
            "mentions",
            "mention_roles",
            "components",
            "sticker_items");

    /** Of these a message has at least one; a reader who gets none of them may not read it. */
    private static final List<String> READABLE =
            List.of("content", "embeds", "attachments", "components", "sticker_items", "message_snapshots");

    private Forwards() {}

    /** Makes a new message the forward that its sender asked for. */
    static void fill(RowEdit message, Call call) {
        if (call.forwarded().isEmpty()) {
            throw ReplyTarget.refused("REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }
        JsonNode source = Json.parse(call.forwarded());
        JsonNode original = source.path("message");
        if (!MessageType.written(original.path("type").asLong()) || original.has("poll")) {
            throw ReplyTarget.refused("MESSAGE_CANNOT_BE_FORWARDED", "Cannot forward a message of this type");
        }
        if (READABLE.stream().map(original::path).allMatch(Forwards::isEmpty)) {
            throw ApiException.of(ErrorCode.CANNOT_FORWARD_MESSAGE_WITH_UNREADABLE_CONTENT);
        }
        ObjectNode reference = Json.object().put("type", 1);
        reference.set("channel_id", original.path("channel_id"));
        reference.set("message_id", original.path("id"));
        if (source.has("guild_id")) {
            reference.set("guild_id", source.get("guild_id"));
        }
        reference.set("message_snapshots", snapshots(original));
        message.set(Messages.FLAGS, message.view().get(Messages.FLAGS, 0L) | MessageFlag.HAS_SNAPSHOT)
                .set(Messages.REFERENCE, Json.bytes(reference));
    }

    /** What the forward that this call asks for would show; nothing when what it forwards is unknown. */
    static JsonNode snapshots(Call call) {
        JsonNode original = call.forwarded().isEmpty()
                ? Json.object()
                : Json.parse(call.forwarded()).path("message");
        return original.isEmpty() ? Json.array() : snapshots(original);
    }

    /** A forward that is forwarded passes on what it forwards. */
    private static JsonNode snapshots(JsonNode original) {
        if (original.path("message_snapshots").isArray()) {
            return original.get("message_snapshots");
        }
        ArrayNode snapshots = Json.array();
        snapshots.addObject().set("message", ((ObjectNode) original.deepCopy()).retain(KEPT));
        return snapshots;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isContainerNode() ? value.isEmpty() : value.asText("").isEmpty();
    }
}
