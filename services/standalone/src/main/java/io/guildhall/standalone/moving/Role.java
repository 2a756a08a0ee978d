package io.guildhall.standalone.moving;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.name.NameRule;

/** A role as its bearers show it. What it permits stands in no export. */
record Role(long id, String name, long color, int position) {
    private static final int MOST_OF_NAME = 100;

    static Role of(long id, JsonNode role) {
        String name = NameRule.clean(role.path("name").asText(""));
        return new Role(
                id,
                name.isEmpty() ? "role" : name.substring(0, Math.min(MOST_OF_NAME, name.length())),
                color(role.path("color").asText("")),
                role.path("position").asInt());
    }

    private static long color(String text) {
        try {
            return text.matches("#[0-9A-Fa-f]{6}") ? Long.parseLong(text.substring(1), 16) : 0;
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
