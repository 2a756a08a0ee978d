package io.guildhall.guild.command;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How many characters a command has that people read: names, descriptions and choices' values of the command and all its
 * options; of a text in several languages the longest counts.
 */
final class CommandSize {
    private CommandSize() {}

    static int of(JsonNode described) {
        int size = longest(described, "name", "name_localizations")
                + longest(described, "description", "description_localizations");
        for (JsonNode option : described.path("options")) {
            size += of(option);
        }
        for (JsonNode choice : described.path("choices")) {
            size += longest(choice, "name", "name_localizations")
                    + choice.path("value").asText().length();
        }
        return size;
    }

    private static int longest(JsonNode described, String field, String localizations) {
        int longest =
                described.hasNonNull(field) ? described.get(field).asText().length() : 0;
        for (JsonNode localized : described.path(localizations)) {
            longest = Math.max(longest, localized.asText().length());
        }
        return longest;
    }
}
