package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Numbers the components of one message from 1 on, around the numbers that their author gave. */
final class ComponentIds {
    private final Set<Integer> taken = new HashSet<>();
    private int next = 1;

    private ComponentIds() {}

    static void number(JsonNode components) {
        ComponentIds ids = new ComponentIds();
        ids.collectAll(components);
        ids.numberAll(components);
    }

    private void collectAll(JsonNode components) {
        for (JsonNode component : components) {
            taken.add(component.path("id").asInt());
            taken.add(component.path("accessory").path("id").asInt());
            collectAll(component.path("components"));
        }
    }

    private void numberAll(JsonNode components) {
        for (JsonNode component : components) {
            number((ObjectNode) component);
            if (component.has("accessory")) {
                number((ObjectNode) component.get("accessory"));
            }
            numberAll(component.path("components"));
        }
    }

    private void number(ObjectNode component) {
        if (component.path("id").asInt() != 0) {
            return;
        }
        while (taken.contains(next)) {
            next++;
        }
        component.put("id", next++);
    }
}
