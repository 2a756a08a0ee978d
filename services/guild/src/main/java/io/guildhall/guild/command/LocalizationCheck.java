package io.guildhall.guild.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.operation.Problems;

/** Checks translated names. */
final class LocalizationCheck {
    private LocalizationCheck() {}

    /** Translated names keep the rules for names that are typed. */
    static void names(JsonNode named, Problems problems) {
        named.path("name_localizations").properties().forEach(translation -> {
            if (!CommandCheck.validName(translation.getValue().asText())) {
                problems.at("name_localizations")
                        .at(translation.getKey())
                        .add("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
            }
        });
    }
}
