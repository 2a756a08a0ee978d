package io.guildhall.guild.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Replaces all commands of a scope. A command that was there keeps its id, found by the id that the body gives or else by
 * type and name; those that are not named are deleted.
 */
final class BulkSetCommands implements CommandOperation.Action {
    private final CommandDraft drafts;

    BulkSetCommands(CommandDraft drafts) {
        this.drafts = drafts;
    }

    @Override
    public Reply run(CommandScope scope, Call call, Changes changes) {
        List<ApplicationCommand> left = new ArrayList<>(scope.all());
        Set<String> known = left.stream().map(ApplicationCommand::id).collect(Collectors.toSet());
        List<ApplicationCommand> commands = drafted(scope, call.body(), left);
        CommandKind.requireWithinLimits(commands);
        scope.countNew(commands.stream()
                .filter(command -> !known.contains(command.id()))
                .toList());
        commands.forEach(command -> changes.write(scope.write(command)));
        left.forEach(command -> changes.write(scope.delete(command)));
        return Reply.json(Json.tree(commands));
    }

    /** Takes every command that is kept out of {@code left}. */
    private List<ApplicationCommand> drafted(CommandScope scope, JsonNode bodies, List<ApplicationCommand> left) {
        Problems problems = Problems.none();
        List<ApplicationCommand> commands = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int index = 0; index < bodies.size(); index++) {
            JsonNode body = bodies.get(index);
            Optional<ApplicationCommand> replaced = replaced(NewCommand.of(body), left);
            ApplicationCommand command = drafts.create(scope, body, replaced, problems.at(index));
            if (!names.add(command.type() + command.name())) {
                problems.at(index)
                        .at("name")
                        .add("APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
            replaced.ifPresent(left::remove);
            commands.add(command);
        }
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
        return commands;
    }

    private static Optional<ApplicationCommand> replaced(NewCommand asked, List<ApplicationCommand> left) {
        int type = asked.kind();
        String id = asked.id().or("");
        return left.stream()
                .filter(command -> command.id().equals(id) && command.type() == type)
                .findFirst()
                .or(() -> CommandNames.find(left, type, asked.name()));
    }
}
