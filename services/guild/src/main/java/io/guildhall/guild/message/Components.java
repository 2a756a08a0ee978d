package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Attachment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Components on their way from a checked body into the store: every one has an id that is its own within the message. */
final class Components {
    private final Set<Integer> taken = new HashSet<>();
    private int next = 1;

    private Components() {}

    static ArrayNode clean(JsonNode components, List<Attachment> attachments) {
        ArrayNode copy = components.deepCopy();
        new UploadedNames(attachments).resolve(copy);
        Components ids = new Components();
        ids.collect(copy);
        ids.number(copy);
        return copy;
    }

    private void collect(JsonNode components) {
        for (JsonNode component : components) {
            taken.add(component.path("id").asInt());
            collect(component.path("components"));
            if (component.has("accessory")) {
                taken.add(component.get("accessory").path("id").asInt());
            }
        }
    }

    private void number(JsonNode components) {
        for (JsonNode component : components) {
            numberOne((ObjectNode) component);
            if (component.has("accessory")) {
                numberOne((ObjectNode) component.get("accessory"));
            }
            number(component.path("components"));
        }
    }

    private void numberOne(ObjectNode component) {
        if (component.path("id").asInt() != 0) {
            return;
        }
        while (taken.contains(next)) {
            next++;
        }
        component.put("id", next++);
    }
}
