package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.Json;

/** What was chosen from a menu or a group, checked against what it offers. What it speaks of is resolved. */
record SelectValues(Resolved resolved) {
    private static final int STRING_SELECT = 3;
    private static final int USER_SELECT = 5;
    private static final int ROLE_SELECT = 6;
    private static final int MENTIONABLE_SELECT = 7;
    private static final int CHANNEL_SELECT = 8;
    private static final int CHECKBOX_GROUP = 22;

    /** @param required what holds when the component does not say whether something must be chosen */
    ArrayNode checked(JsonNode component, JsonNode values, boolean required, Problems problems) {
        boolean mayBeEmpty = !component.path("required").asBoolean(required);
        int least = component.path("min_values").asInt(1);
        int most = component.path("max_values").asInt(most(component));
        if (!(values.isEmpty() && mayBeEmpty) && (values.size() < least || values.size() > most)) {
            problems.add("BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
        }
        ArrayNode checked = Json.array();
        for (int index = 0; index < values.size(); index++) {
            String value = values.get(index).asText();
            if (!isOffered(component, value)) {
                problems.at(index).add("SELECT_COMPONENT_INVALID_VALUE", "The value is not among the options");
            }
            checked.add(value);
        }
        return checked;
    }

    private static int most(JsonNode component) {
        return component.path("type").asInt() == CHECKBOX_GROUP
                ? component.path("options").size()
                : 1;
    }

    private boolean isOffered(JsonNode component, String value) {
        long id = MessageReads.id(value).orElse(0);
        return switch (component.path("type").asInt()) {
            case STRING_SELECT, CHECKBOX_GROUP -> isOption(component, value);
            case USER_SELECT -> resolved.user(id);
            case ROLE_SELECT -> resolved.role(id);
            case MENTIONABLE_SELECT -> resolved.user(id) || resolved.role(id);
            case CHANNEL_SELECT -> resolved.channel(id, component.path("channel_types"));
            default -> false;
        };
    }

    static boolean isOption(JsonNode component, String value) {
        for (JsonNode option : component.path("options")) {
            if (option.path("value").asText().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
