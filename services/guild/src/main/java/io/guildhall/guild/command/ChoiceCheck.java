package io.guildhall.guild.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.operation.Problems;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** Checks what an option says about its value: choices, bounds, autocompletion. */
final class ChoiceCheck {
    /** The whole numbers that JavaScript can hold. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 53);

    private ChoiceCheck() {}

    static void check(JsonNode option, Problems problems) {
        requireOrder(option, "min_value", "max_value", problems);
        requireOrder(option, "min_length", "max_length", problems);
        requireRange(option.path("min_value"), problems.at("min_value"));
        requireRange(option.path("max_value"), problems.at("max_value"));
        JsonNode choices = option.path("choices");
        if (option.path("autocomplete").asBoolean(false) && !choices.isEmpty()) {
            problems.add(
                    "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_MUTUALLY_EXCLUSIVE",
                    "Autocomplete and choices are mutually exclusive");
        }
        Set<String> names = new HashSet<>();
        for (int index = 0; index < choices.size(); index++) {
            JsonNode choice = choices.get(index);
            Problems here = problems.at("choices").at(index);
            if (!names.add(choice.path("name").asText())) {
                here.at("name")
                        .add("APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS", "Option choice names must be unique");
            }
            requireRange(choice.path("value"), here.at("value"));
        }
    }

    private static void requireOrder(JsonNode option, String least, String most, Problems problems) {
        if (option.hasNonNull(least)
                && option.hasNonNull(most)
                && option.get(least).decimalValue().compareTo(option.get(most).decimalValue()) > 0) {
            problems.at(least)
                    .add(
                            "APPLICATION_COMMAND_OPTIONS_MIN_MAX_INVALID",
                            "`" + least + "` must be less than or equal to `" + most + "`");
        }
    }

    private static void requireRange(JsonNode value, Problems problems) {
        if (value.isNumber() && value.decimalValue().abs().compareTo(LARGEST) > 0) {
            problems.add("NUMBER_TYPE_MAX", "Value should be between -2^53 and 2^53.");
        }
    }
}
