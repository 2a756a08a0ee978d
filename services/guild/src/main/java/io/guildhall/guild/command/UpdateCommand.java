package io.guildhall.guild.command;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;

/** Changes the fields of a command that the body names; its type stays. */
final class UpdateCommand implements CommandOperation.Action {
    private final CommandDraft drafts;

    UpdateCommand(CommandDraft drafts) {
        this.drafts = drafts;
    }

    @Override
    public Reply run(CommandScope scope, Call call, Changes changes) {
        ApplicationCommand before = scope.command(call.id("command_id"));
        ApplicationCommand after = drafts.update(scope, before, call.body());
        boolean taken = !after.name().equals(before.name())
                && CommandNames.find(scope.all(), after.type(), after.name()).isPresent();
        if (taken) {
            throw ApiException.of(ErrorCode.APPLICATION_COMMAND_WITH_THAT_NAME_ALREADY_EXISTS);
        }
        changes.write(scope.write(after));
        return Reply.json(Json.tree(after));
    }
}
