package io.guildhall.guild.command;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;

/** Deletes one command. */
final class DeleteCommand implements CommandOperation.Action {
    @Override
    public Reply run(CommandScope scope, Call call, Changes changes) {
        changes.write(scope.delete(scope.command(call.id("command_id"))));
        return Reply.noContent();
    }
}
