package io.guildhall.guild.command;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates a command, or replaces the one with the same type and name; then the answer is 200 in place of 201. */
final class CreateCommand implements CommandOperation.Action {
    private static final int REPLACED = 200;
    private static final int CREATED = 201;

    private final CommandDraft drafts;

    CreateCommand(CommandDraft drafts) {
        this.drafts = drafts;
    }

    @Override
    public Reply run(CommandScope scope, Call call, Changes changes) {
        List<ApplicationCommand> others = new ArrayList<>(scope.all());
        NewCommand asked = NewCommand.of(call.body());
        Optional<ApplicationCommand> replaced = CommandNames.find(others, asked.kind(), asked.name());
        ApplicationCommand command = drafts.create(scope, call.body(), replaced);
        replaced.ifPresent(others::remove);
        others.add(command);
        CommandKind.requireWithinLimits(others);
        scope.countNew(replaced.isPresent() ? List.of() : List.of(command));
        changes.write(scope.write(command));
        return Reply.status(replaced.isPresent() ? REPLACED : CREATED, Json.tree(command));
    }
}
