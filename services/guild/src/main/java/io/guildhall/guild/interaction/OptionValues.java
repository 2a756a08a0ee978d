package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.Json;
import java.util.HashMap;
import java.util.Map;

/** The options of a command as somebody filled them in, checked against what the command declares. */
final class OptionValues {
    private static final int SUB_COMMAND = 1;
    private static final int SUB_COMMAND_GROUP = 2;

    private final OptionValue values;
    private final boolean partial;
    private final StringBuilder path = new StringBuilder();
    private int focused;

    /** @param partial for autocompletion: what is still missing or unfinished is no mistake */
    OptionValues(OptionValue values, boolean partial) {
        this.values = values;
        this.partial = partial;
    }

    /** The names of the sub-command and its group that were chosen, each after a space. */
    String path() {
        return path.toString();
    }

    /** True when autocompletion has the one option to complete. */
    boolean hasFocus() {
        return focused == 1;
    }

    ArrayNode checked(JsonNode declared, JsonNode given, Problems problems) {
        if (isCommand(declared.path(0))) {
            return subCommand(declared, given, problems);
        }
        Map<String, JsonNode> byName = new HashMap<>();
        for (int index = 0; index < given.size(); index++) {
            String name = given.get(index).path("name").asText();
            if (find(declared, name).isMissingNode()) {
                problems.at(index).at("name").add("INTERACTION_APPLICATION_COMMAND_OPTION_UNKNOWN", "Unknown option");
            }
            if (byName.put(name, given.get(index)) != null) {
                problems.at(index).at("name").add("INTERACTION_APPLICATION_COMMAND_OPTION_DUPLICATE", "Given twice");
            }
        }
        ArrayNode checked = Json.array();
        for (JsonNode option : declared) {
            JsonNode value = byName.get(option.path("name").asText());
            if (value != null) {
                checked.add(value(option, value, problems.at(option.path("name").asText())));
            } else if (option.path("required").asBoolean() && !partial) {
                problems.at(option.path("name").asText()).add("BASE_TYPE_REQUIRED", "This field is required");
            }
        }
        return checked;
    }

    private ArrayNode subCommand(JsonNode declared, JsonNode given, Problems problems) {
        JsonNode chosen = find(declared, given.path(0).path("name").asText());
        if (given.size() != 1 || chosen.isMissingNode()) {
            problems.add("INTERACTION_APPLICATION_COMMAND_SUBCOMMAND_REQUIRED", "One subcommand must be chosen");
            return Json.array();
        }
        path.append(' ').append(chosen.path("name").asText());
        ObjectNode checked = Json.object()
                .put("name", chosen.path("name").asText())
                .put("type", chosen.path("type").asInt());
        checked.set(
                "options",
                checked(
                        chosen.path("options"),
                        given.path(0).path("options"),
                        problems.at(0).at("options")));
        return Json.array().add(checked);
    }

    private ObjectNode value(JsonNode option, JsonNode given, Problems problems) {
        boolean unfinished = partial && given.path("focused").asBoolean();
        ObjectNode checked = Json.object()
                .put("name", option.path("name").asText())
                .put("type", option.path("type").asInt());
        if (unfinished) {
            focused += option.path("autocomplete").asBoolean() ? 1 : 2;
            checked.put("value", given.path("value").asText("")).put("focused", true);
        } else {
            checked.set("value", values.checked(option, given.path("value"), problems.at("value")));
        }
        return checked;
    }

    private static JsonNode find(JsonNode declared, String name) {
        for (JsonNode option : declared) {
            if (option.path("name").asText().equals(name)) {
                return option;
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean isCommand(JsonNode option) {
        int type = option.path("type").asInt();
        return type == SUB_COMMAND || type == SUB_COMMAND_GROUP;
    }
}
