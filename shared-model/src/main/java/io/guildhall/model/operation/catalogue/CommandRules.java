package io.guildhall.model.operation.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.operation.Problems;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds over all fields of an application command. */
final class CommandRules {
    /** Discord's pattern for the names of commands and options that are typed. */
    static final Pattern TYPED = Pattern.compile("[-_'\\p{L}\\p{N}\\p{sc=Devanagari}\\p{sc=Thai}]{1,32}");

    private static final int CHAT_INPUT = 1;

    private CommandRules() {}

    static void ofCommand(ObjectNode command, Problems problems) {
        boolean slash = command.path("type").asInt(CHAT_INPUT) == CHAT_INPUT;
        String name = command.path("name").asText();
        if (slash
                && (!name.equals(name.toLowerCase(Locale.ROOT))
                        || !TYPED.matcher(name).matches())) {
            problems.at("name").add("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        if (slash && command.path("description").asText("").isEmpty()) {
            problems.at("description").add("BASE_TYPE_REQUIRED", "This field is required");
        }
        checkOptions(command.path("options"), problems.at("options"));
    }

    /** Names of siblings differ, and required options come first. */
    private static void checkOptions(JsonNode options, Problems problems) {
        Set<String> names = new HashSet<>();
        boolean optionalSeen = false;
        for (int index = 0; index < options.size(); index++) {
            JsonNode option = options.get(index);
            if (!names.add(option.path("name").asText())) {
                problems.add("APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique");
            }
            boolean required = option.path("required").asBoolean();
            if (required && optionalSeen) {
                problems.at(index)
                        .add(
                                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                                "Required options must be placed before non-required options");
            }
            optionalSeen |= !required;
            checkOptions(option.path("options"), problems.at(index).at("options"));
        }
    }
}
