package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import java.util.List;

/** What a forward keeps of the message that it forwards. */
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

    private Forwards() {}

    static ArrayNode snapshots(ObjectNode message) {
        ArrayNode snapshots = Json.array();
        snapshots.addObject().set("message", message.deepCopy().retain(KEPT));
        return snapshots;
    }
}
