package io.guildhall.guild.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.payload.Json;
import java.util.List;

/** Every command of a scope; the translations only when asked for. */
final class ListCommands implements CommandOperation.Action {
    private static final List<String> TRANSLATIONS = List.of("name_localizations", "description_localizations");

    @Override
    public Reply run(CommandScope scope, Call call, Changes changes) {
        JsonNode commands = Json.tree(scope.all());
        if (!call.queryFlag("with_localizations")) {
            commands.forEach(ListCommands::withoutTranslations);
        }
        return Reply.json(commands);
    }

    private static void withoutTranslations(JsonNode described) {
        ((ObjectNode) described).remove(TRANSLATIONS);
        described.path("options").forEach(ListCommands::withoutTranslations);
        described.path("choices").forEach(ListCommands::withoutTranslations);
    }
}
