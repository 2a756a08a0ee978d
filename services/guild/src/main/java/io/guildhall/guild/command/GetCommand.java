package io.guildhall.guild.command;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.payload.Json;

/** One command, with its translations. */
final class GetCommand implements CommandOperation.Action {
    @Override
    public Reply run(CommandScope scope, Call call, Changes changes) {
        return Reply.json(Json.tree(scope.command(call.id("command_id"))));
    }
}
