package io.guildhall.guild.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.locale.Locales;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every command of a scope; of the translations only the caller's, unless it asks for all. */
final class ListCommands implements CommandOperation.Action {
    private static final List<String> TRANSLATED = List.of("name", "description");

    @Override
    public Reply run(CommandScope scope, Call call, Changes changes) {
        JsonNode commands = Json.tree(scope.all());
        if (!call.queryFlag("with_localizations")) {
            commands.forEach(command -> localize(command, call.locale()));
        }
        return Reply.json(commands);
    }

    private static void localize(JsonNode described, String locale) {
        ObjectNode object = (ObjectNode) described;
        for (String text : TRANSLATED) {
            JsonNode translations = object.path(text + "_localizations");
            Stream.of(Optional.of(locale), Locales.instead(locale))
                    .flatMap(Optional::stream)
                    .filter(translations::hasNonNull)
                    .findFirst()
                    .ifPresent(best -> object.set(text + "_localized", translations.get(best)));
            object.remove(text + "_localizations");
        }
        described.path("options").forEach(option -> localize(option, locale));
        described.path("choices").forEach(choice -> localize(choice, locale));
    }
}
