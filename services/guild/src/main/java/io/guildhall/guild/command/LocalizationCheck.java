package io.guildhall.guild.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.locale.Locales;
import io.guildhall.model.operation.Problems;
import java.util.List;

/** Checks the dictionaries of translated names and descriptions. */
final class LocalizationCheck {
    private static final List<String> DICTIONARIES = List.of("name_localizations", "description_localizations");

    private LocalizationCheck() {}

    /** Every key, in options and choices too, is a language that there is. */
    static void locales(JsonNode described, Problems problems) {
        for (String dictionary : DICTIONARIES) {
            described.path(dictionary).fieldNames().forEachRemaining(locale -> {
                if (!Locales.exists(locale)) {
                    problems.at(dictionary)
                            .at(locale)
                            .add("ENUM_TYPE_COERCE", "Value \"" + locale + "\" is not a valid enum value.");
                }
            });
        }
        each(described.path("options"), problems.at("options"));
        each(described.path("choices"), problems.at("choices"));
    }

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

    private static void each(JsonNode list, Problems problems) {
        for (int index = 0; index < list.size(); index++) {
            locales(list.get(index), problems.at(index));
        }
    }
}
