package io.guildhall.guild.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A command as a request or the store has it. */
public record NewCommand(CommandSettings settings, Given<String> id, Given<Long> type) {
    public static NewCommand of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewCommand(CommandSettings.of(body), fields.text("id"), fields.number("type"));
    }

    /** The number of its kind; without one it is typed after a slash. */
    int kind() {
        return type.or((long) CommandKind.CHAT_INPUT.number()).intValue();
    }

    String name() {
        return settings.name().or("");
    }
}
