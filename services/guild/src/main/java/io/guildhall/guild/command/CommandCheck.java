package io.guildhall.guild.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.operation.Problems;
import java.util.Locale;
import java.util.regex.Pattern;

/** What must hold of a whole command beyond the shape of each field. */
final class CommandCheck {
    private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");
    private static final int MOST_CHARACTERS = 8000;

    private CommandCheck() {}

    static void check(JsonNode command, Problems problems) {
        int type = command.path("type").asInt(CommandKind.CHAT_INPUT.number());
        if (type == CommandKind.CHAT_INPUT.number()) {
            checkSlashCommand(command, problems);
        } else {
            checkMenu(type, command, problems);
        }
        if (CommandSize.of(command) > MOST_CHARACTERS) {
            problems.add("APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (" + MOST_CHARACTERS + ")");
        }
    }

    /** An activity is begun everywhere in the same way. */
    static void checkScope(CommandScope scope, JsonNode command, Problems problems) {
        if (!scope.global() && command.path("type").asInt() == CommandKind.PRIMARY_ENTRY_POINT.number()) {
            problems.at("type").add("BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3}.");
        }
    }

    /** True for what may be typed after a slash, or as an option's name. */
    static boolean validName(String name) {
        return NAME.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT));
    }

    private static void checkSlashCommand(JsonNode command, Problems problems) {
        requireName(command, problems);
        if (command.path("description").asText("").isBlank()
                || command.path("description").isNull()) {
            problems.at("description").add("BASE_TYPE_REQUIRED", "This field is required");
        }
        LocalizationCheck.names(command, problems);
        OptionCheck.check(command.path("options"), problems.at("options"));
    }

    static void requireName(JsonNode named, Problems problems) {
        if (!validName(named.path("name").asText())) {
            problems.at("name").add("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    private static void checkMenu(int type, JsonNode command, Problems problems) {
        if (command.path("name").asText().isBlank()) {
            problems.at("name").add("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        boolean menu = type == CommandKind.USER.number() || type == CommandKind.MESSAGE.number();
        if (menu && !command.path("description").asText("").isEmpty() && command.hasNonNull("description")) {
            problems.at("description")
                    .add(
                            "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET",
                            "Context menu commands cannot have description");
        }
        if (!command.path("options").isEmpty()) {
            problems.at("options")
                    .add(
                            "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_CANNOT_BE_SET",
                            "Context menu commands cannot have options");
        }
    }
}
