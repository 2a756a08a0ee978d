package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Numbers the components of a form from 1 on, around the numbers that the application gave. */
final class ModalNumbers {
    private final Set<Integer> taken = new HashSet<>();
    private int next = 1;

    private ModalNumbers() {}

    static JsonNode numbered(JsonNode modal) {
        JsonNode copy = modal.deepCopy();
        ModalNumbers numbers = new ModalNumbers();
        numbers.each(copy.path("components"), true);
        numbers.each(copy.path("components"), false);
        return copy;
    }

    private void each(JsonNode components, boolean collects) {
        for (JsonNode component : components) {
            number((ObjectNode) component, collects);
            if (component.has("component")) {
                number((ObjectNode) component.get("component"), collects);
            }
            each(component.path("components"), collects);
        }
    }

    private void number(ObjectNode component, boolean collects) {
        int id = component.path("id").asInt();
        if (collects) {
            taken.add(id);
        } else if (id == 0) {
            while (taken.contains(next)) {
                next++;
            }
            component.put("id", next++);
        }
    }
}
