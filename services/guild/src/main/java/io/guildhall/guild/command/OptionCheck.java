package io.guildhall.guild.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.operation.Problems;
import java.util.HashSet;
import java.util.Set;

/**
 * Checks a list of options: unique names, required ones first, and either sub-commands only or values only. Groups hold
 * sub-commands, sub-commands hold values, and nothing goes deeper.
 */
final class OptionCheck {
    private static final int SUB_COMMAND = 1;
    private static final int SUB_COMMAND_GROUP = 2;

    private OptionCheck() {}

    static void check(JsonNode options, Problems problems) {
        Set<String> names = new HashSet<>();
        boolean optionalSeen = false;
        for (int index = 0; index < options.size(); index++) {
            JsonNode option = options.get(index);
            Problems here = problems.at(index);
            CommandCheck.requireName(option, here);
            LocalizationCheck.names(option, here);
            if (!names.add(option.path("name").asText())) {
                here.at("name").add("APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique");
            }
            boolean required = option.path("required").asBoolean(false);
            if (required && optionalSeen) {
                here.add(
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optionalSeen |= !required;
            if (isCommand(option) != isCommand(options.get(0))) {
                here.add(
                        "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                        "Sub-command and sub-command group option types are mutually exclusive to all other types");
            }
            checkOne(option, here);
        }
    }

    private static void checkOne(JsonNode option, Problems here) {
        if (isCommand(option)) {
            check(option.path("options"), here.at("options"));
        } else {
            ChoiceCheck.check(option, here);
        }
    }

    private static boolean isCommand(JsonNode option) {
        int type = option.path("type").asInt();
        return type == SUB_COMMAND || type == SUB_COMMAND_GROUP;
    }
}
